/** The floor of every latency: the same serialport, which answers the moment anything comes. */
import { SerialPort } from 'serialport';

const port = new SerialPort({ path: process.argv[2] ?? '', baudRate: 115200 });
port.on('open', () => process.send?.('ready'));
port.on('data', () => port.write('ATH1\r'));
