// Loaded into the program that was launched: when the launcher is gone without a word, the program ends too.
process.once('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGTERM'))
process.channel?.unref()
