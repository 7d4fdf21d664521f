import type { book as ko } from '../ko/book.ts';

/** Troubles of the data, the change log, and what an import could not understand. */
export const book = {
  'trouble.database-damaged': 'The call history file was damaged and has been set aside.',
  'trouble.database-damaged.advice':
    '{saved, select, yes {What could be read was moved to a new file.} other {Nothing could be read, so a new file was started. Restore a backup if you have one.}} The damaged file is still here: {file}',
  'trouble.settings-damaged': 'The settings file was damaged, so the default settings are in use.',
  'trouble.settings-damaged.advice':
    'Please look through the settings. The damaged file is still here: {file}',
  'trouble.disk-full': 'The disk is full, so nothing can be saved.',
  'trouble.disk-full.advice':
    'Delete files that you no longer need. The line is still guarded, and new calls are remembered and saved once there is room.',
  'trouble.database-locked': 'Another program is using the call history file, so nothing can be saved.',
  'trouble.database-locked.advice':
    'See whether a backup or sync program holds the data folder. New calls are remembered and saved later.',
  'trouble.data-unwritable': 'The data folder cannot be written to.',
  'trouble.data-unwritable.advice':
    'Check the folder’s permissions and the disk. What is not saved is lost when Ringfence is closed. ({detail})',

  'change.rule-added': 'Rule added',
  'change.template-added': 'Ready-made rule added',
  'change.rule-changed': 'Rule changed',
  'change.rule-removed': 'Rule deleted',
  'change.rule-switched-on': 'Rule switched on',
  'change.rule-switched-off': 'Rule switched off',
  'change.caller-labelled': 'Label given: {display}',
  'change.caller-unlabelled': 'Label removed: {display}',
  'change.caller-noted': 'Note written: {display}',
  'change.caller-named': 'Name given: {display}',
  'change.caller-blocked': 'Blocked: {display}',
  'change.caller-allowed': 'Allowed: {display}',
  'change.caller-cleared': 'Neither blocked nor allowed any more: {display}',
  'change.contact-added': 'Contact added: {name}',
  'change.contact-changed': 'Contact changed: {name}',
  'change.contact-removed': 'Contact deleted: {name}',
  'change.contacts-imported': 'Contacts imported',
  'change.rules-imported': 'Rules imported',
  'change.list-added': 'Number list added: {name}',
  'change.list-changed': 'Number list changed: {name}',
  'change.list-removed': 'Number list deleted: {name}',
  'change.list-imported': 'Numbers imported into a list: {name}',
  'change.list-number-added': 'Number added to a list: {name}, {number}',
  'change.list-number-removed': 'Number taken off a list: {name}, {number}',
  'change.settings-changed': 'Settings changed',
  'change.everything-imported': 'Exported data brought back in',
  'change.undone': 'Undone',
  'change.redone': 'Done again',

  'import.problem.no-number': 'No number in it',
  'import.problem.not-a-number': 'Cannot be read as a phone number',
  'import.problem.pattern': 'A pattern that Ringfence has no use for',
  'import.problem.broken': 'This part of the file is damaged',
  'import.problem.too-large': 'The file is too large',
  'import.problem.unknown-format': 'A file of an unknown kind',
  'import.problem.password': 'The file is locked with a password. Unlock it and save it again',
  'import.problem.not-reached': 'The address could not be reached',
  'import.problem.refused': 'The address did not give the file',
  'import.problem.no-space': 'Could not be kept: the disk is full or cannot be written to',
  'import.problem.no-list': 'The number list was deleted meanwhile',
  'import.problem.too-many':
    'Contacts and rules can be imported up to 20,000 at a time. Import more as a number list',
  'import.problem.empty': 'There are no numbers in it',
  'import.problem.newer': 'Exported by a newer Ringfence',
} as const satisfies Record<keyof typeof ko, string>;
