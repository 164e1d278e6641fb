using Ruhani.Bot.Benchmarks.Store;

// One file or folder for each sub-command.
switch (args)
{
    case ["store", .. var rest]:
        return await StoreCommand.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync("Usage: Ruhani.Bot.Benchmarks store [seconds]");
        return 2;
}
