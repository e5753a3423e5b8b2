import '../rouse';
import { db } from '../../functions/src/firebase';
import { unique } from '../rouse';
import { storeContract } from '../simulation/store/contract';

storeContract('the emulator', () => ({ db: db(), prefix: `contract-${unique()}-` }));
