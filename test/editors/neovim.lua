-- Drives Neovim as a person would: opens a mapping, reads what is marked, asks, completes, takes a fix, saves.
-- Runs after the set-up of docs/editors.md. Prints one line for each check; the exit code is that of the run.
local failed = 0
local passed = 0

local function check(name, run)
  local ok, problem = pcall(run)
  if ok then passed = passed + 1 else failed = failed + 1 end
  io.stdout:write((ok and '  ok    neovim ' or '  FAIL  neovim ') .. name .. (ok and '' or ': ' .. tostring(problem)) .. '\n')
end

local function await(what, ask)
  local answer
  vim.wait(20000, function()
    answer = ask()
    return answer and true or false
  end, 50)
  return answer or error('no ' .. what .. ' after 20 s')
end

-- Puts the cursor on a text, which has to be there.
local function goto_text(text, offset)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. text, 'cW') == 0 then error('there is no ' .. text) end
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + (offset or 0))
end

local function diagnostics(code)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local lsp = each.user_data and each.user_data.lsp or {}
    if (each.code or lsp.code) == code then return each end
  end
end

vim.cmd('edit controls.yaml')

check('marks an unknown control where it is', function()
  local found = await('finding', function() return diagnostics('mapping/unknown-control') end)
  assert(found.severity == vim.diagnostic.severity.ERROR, 'it is no error')
  local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, false)[1]
  assert(line:sub(found.col + 1, found.end_col) == 'A.6.2.9', 'it marks ' .. line)
end)

check('explains a control', function()
  goto_text('A.7.2', 2)
  vim.lsp.buf.hover()
  local shown = await('hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
  end)
  assert(shown:find('ISO/IEC 42001', 1, true), shown)
end)

check('completes a status', function()
  goto_text('status: done', 8)
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(0, 'utf-16'), 10000)
  local labels = {}
  for _, answer in pairs(answers or {}) do
    local items = answer.result and (answer.result.items or answer.result) or {}
    for _, item in ipairs(items) do labels[item.label] = true end
  end
  assert(labels['implemented'] and labels['planned'], vim.inspect(labels))
end)

check('takes a fix and saves it', function()
  local titles = {}
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      local action = item.action or item[2] or item
      table.insert(titles, action.title)
      if action.title:find('A.6.2.8', 1, true) then return choose(item, index) end
    end
    choose(nil)
  end
  goto_text('A.6.2.9', 2)
  vim.lsp.buf.code_action()
  await('edit', function()
    return not table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'):find('A.6.2.9', 1, true)
      or #titles > 0 and vim.bo.modified
  end)
  assert(vim.bo.modified, 'nothing was changed; offered: ' .. vim.inspect(titles))
  vim.cmd('write')
  local saved = table.concat(vim.fn.readfile('controls.yaml'), '\n')
  assert(not saved:find('A.6.2.9', 1, true), 'the file still has A.6.2.9')
  await('end of the finding', function() return diagnostics('mapping/unknown-control') == nil end)
end)

check('marks a model card too', function()
  vim.cmd('edit MODEL_CARD.md')
  await('finding', function() return diagnostics('card/placeholder') end)
end)

io.stdout:write(passed .. ' passed, ' .. failed .. ' failed\n')
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
