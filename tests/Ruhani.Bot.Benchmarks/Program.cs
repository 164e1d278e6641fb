using Ruhani.Bot.Benchmarks.Load;

return args switch
{
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    ["peer", .. var rest] => await PeerCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Ruhani.Bot.Benchmarks -- load [updates] [rounds]");
    return 2;
}
