import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

const GIBIBYTE = 1024 ** 3;

/** Names the machine that the figures are of, and how busy it was when the bench began. */
export function machineLine(): string {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / GIBIBYTE)} GiB`;
  const load = loadavg()[0]?.toFixed(2) ?? '–';
  const system = `${process.platform} ${release()}`;
  return `${model}, ${availableParallelism()} cores, ${memory}, ${system}, Node ${process.versions.node}; load ${load} at the start, ${new Date().toISOString().slice(0, 10)}`;
}
