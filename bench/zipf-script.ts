import { slugOf } from './corpus.ts';

/** A script for wrk that asks for feeds of tags by Zipf's law, as they are used: the first most often. */
export const wrkScript = (tags: readonly string[], formats: readonly string[]): string => `
local tags = { ${tags.map((tag) => `"${slugOf(tag)}"`).join(', ')} }
local formats = { ${formats.map((format) => `"${format}"`).join(', ')} }
local sums, sum = {}, 0
for rank = 1, #tags do sum = sum + 1 / rank; sums[rank] = sum end
function init(args) math.randomseed(7) end
function request()
  local wanted, low, high = math.random() * sum, 1, #tags
  while low < high do
    local middle = math.floor((low + high) / 2)
    if sums[middle] < wanted then low = middle + 1 else high = middle end
  end
  return wrk.format("GET", "/tags/" .. tags[low] .. "." .. formats[math.random(#formats)])
end
`;
