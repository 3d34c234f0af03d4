/** What Windows keeps of a printer: its status and attributes, bit by bit, and how many jobs lie in its queue. */
export type PrinterInfo = { status: number; attributes: number; jobs: number };

/** A printer of Windows, opened. Everything rejects when Windows says no. */
export type OpenPrinter = {
  info: () => Promise<PrinterInfo>;
  /** Begins a RAW job. @returns its number in the queue */
  startDocument: (title: string) => Promise<number>;
  /** @returns how many bytes were taken */
  write: (bytes: Uint8Array) => Promise<number>;
  endDocument: () => Promise<void>;
  isQueued: (job: number) => Promise<boolean>;
  /** Also right when it has gone by itself. */
  deleteJob: (job: number) => Promise<void>;
  close: () => Promise<void>;
};

/** The part of Windows that takes print jobs. */
export type Winspool = { open: (name: string) => Promise<OpenPrinter> };

const INFO_LEVEL = 2;
/** Where these stand in a PRINTER_INFO_2 of 64 bits: behind thirteen addresses. */
const [ATTRIBUTES_AT, STATUS_AT, JOBS_AT] = [104, 124, 128];
const DOCUMENT_LEVEL = 1;
const JOB_LEVEL = 1;
const DELETE_JOB = 5;
const JOB_BYTES = 16_384;

type Call = { async: (...args: unknown[]) => void };

/**
 * The real thing, by way of winspool.drv. On Windows of 64 bits only, and with the optional package koffi. Every call is made on
 * another thread: a printer of another PC may keep Windows thinking for seconds, and the hall goes on.
 */
export function loadWinspool(): Promise<Winspool> {
  loaded ??= load();
  return loaded;
}

let loaded: Promise<Winspool> | undefined;

async function load(): Promise<Winspool> {
  if (process.platform !== 'win32') throw new Error('A printer of the kind "windows" can be used on Windows only');
  const { default: koffi } = await import('koffi');
  const driver = koffi.load('winspool.drv');
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const call = (declaration: string) => promised(driver.func(declaration));
  const calls = {
    open: call('int OpenPrinterW(str16 name, _Out_ void **printer, void *defaults)'),
    info: call(
      'int GetPrinterW(void *printer, uint32_t level, _Out_ uint8_t *into, uint32_t size, _Out_ uint32_t *needed)',
    ),
    startDocument: call('uint32_t StartDocPrinterW(void *printer, uint32_t level, DOC_INFO_1W *document)'),
    startPage: call('int StartPagePrinter(void *printer)'),
    write: call('int WritePrinter(void *printer, uint8_t *bytes, uint32_t count, _Out_ uint32_t *taken)'),
    endPage: call('int EndPagePrinter(void *printer)'),
    endDocument: call('int EndDocPrinter(void *printer)'),
    job: call(
      'int GetJobW(void *printer, uint32_t job, uint32_t level, _Out_ uint8_t *into, uint32_t size, _Out_ uint32_t *needed)',
    ),
    setJob: call('int SetJobW(void *printer, uint32_t job, uint32_t level, void *data, uint32_t command)'),
    close: call('int ClosePrinter(void *printer)'),
  };
  return {
    open: async (name) => {
      const handle = [null];
      if (!(await calls.open(name, handle, null))) throw new Error(`Windows knows no printer "${name}"`);
      return openPrinter(calls, handle[0]);
    },
  };
}

/** What stands in the PRINTER_INFO_2 that Windows wrote. */
export function readInfo(bytes: Buffer): PrinterInfo {
  return {
    attributes: bytes.readUInt32LE(ATTRIBUTES_AT),
    status: bytes.readUInt32LE(STATUS_AT),
    jobs: bytes.readUInt32LE(JOBS_AT),
  };
}

type Calls = Record<
  'info' | 'startDocument' | 'startPage' | 'write' | 'endPage' | 'endDocument' | 'job' | 'setJob' | 'close',
  (...args: unknown[]) => Promise<number>
>;

function openPrinter(calls: Calls, handle: unknown): OpenPrinter {
  const surely = async (name: keyof Calls, ...args: unknown[]): Promise<number> => {
    const result = await calls[name](handle, ...args);
    if (result === 0) throw new Error(`Windows refused: ${name}`);
    return result;
  };
  return {
    info: async () => {
      // Asked with no room at first: Windows then says how much it wants.
      const needed = [0];
      await calls.info(handle, INFO_LEVEL, null, 0, needed);
      const bytes = Buffer.alloc(Math.max(needed[0] ?? 0, JOBS_AT + 4));
      await surely('info', INFO_LEVEL, bytes, bytes.length, needed);
      return readInfo(bytes);
    },
    startDocument: async (title) => {
      const job = await surely('startDocument', DOCUMENT_LEVEL, {
        pDocName: title,
        pOutputFile: null,
        pDatatype: 'RAW',
      });
      await surely('startPage').catch(async (cause) => {
        await calls.setJob(handle, job, 0, null, DELETE_JOB);
        throw cause;
      });
      return job;
    },
    write: async (bytes) => {
      const taken = [0];
      await surely('write', Buffer.from(bytes), bytes.length, taken);
      return taken[0] ?? 0;
    },
    endDocument: async () => {
      await surely('endPage');
      await surely('endDocument');
    },
    isQueued: async (job) => (await calls.job(handle, job, JOB_LEVEL, Buffer.alloc(JOB_BYTES), JOB_BYTES, [0])) !== 0,
    deleteJob: async (job) => {
      await calls.setJob(handle, job, 0, null, DELETE_JOB);
    },
    close: async () => {
      await calls.close(handle);
    },
  };
}

function promised(call: Call): (...args: unknown[]) => Promise<number> {
  return (...args) =>
    new Promise((resolve, reject) =>
      call.async(...args, (error: Error | null, result: number) => (error ? reject(error) : resolve(result))),
    );
}
