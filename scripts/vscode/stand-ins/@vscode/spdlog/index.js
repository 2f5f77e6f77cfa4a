// Stands in for the native logger: plain appends. It must really write, or VS Code's output channels stay empty.
import fs from "node:fs";
import path from "node:path";

const levels = ["trace", "debug", "info", "warn", "error", "critical"];

async function create(_name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let lowest = 0;
  let bare = false;
  const write = (level, message) => {
    if (level < lowest) return;
    const stamp = new Date().toISOString().replace("T", " ").replace("Z", "");
    fs.appendFileSync(file, bare ? message : `${stamp} [${levels[level]}] ${message}\n`);
  };
  return {
    ...Object.fromEntries(levels.map((name, level) => [name, (message) => write(level, message)])),
    getLevel: () => lowest,
    setLevel: (level) => {
      lowest = level;
    },
    setPattern: () => {},
    clearFormatters: () => {
      bare = true;
    },
    flush: () => {},
    drop: () => {},
  };
}

export const version = 0;
export const setLevel = () => {};
export const setFlushOn = () => {};
export const createRotatingLogger = create;
export const createAsyncRotatingLogger = create;
