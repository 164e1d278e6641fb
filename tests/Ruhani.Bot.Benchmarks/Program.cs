using Ruhani.Bot.Benchmarks.Answers;
using Ruhani.Bot.Benchmarks.Detect;
using Ruhani.Bot.Benchmarks.Engine;
using Ruhani.Bot.Benchmarks.Load;
using Ruhani.Bot.Benchmarks.Morphology;
using Ruhani.Bot.Benchmarks.Quality;
using Ruhani.Bot.Benchmarks.Speed;
using Ruhani.Bot.Benchmarks.Store;

// One file or folder for each sub-command.
return args switch
{
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    ["memory"] => await MemoryCommand.RunAsync(),
    ["peer", .. var rest] => await PeerCommand.RunAsync(rest),
    ["store", .. var rest] => await StoreCommand.RunAsync(rest),
    ["quality", .. var rest] => QualityReport.Run(rest),
    ["answers", .. var rest] => AnswersCommand.Run(rest),
    ["speed", .. var rest] => SpeedReport.Run(rest),
    ["detect", .. var rest] => DetectReport.Run(rest),
    ["engine", .. var rest] => await EngineReport.RunAsync(rest),
    ["morphology"] => MorphologyReport.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: dotnet run -c Release --project tests/Ruhani.Bot.Benchmarks -- " +
        "load [updates] [rounds] [distinct] | memory | store [seconds] | " +
        "quality [questions.tsv] [--misses] [--fit] | " +
        "answers | speed [entries] | detect [--misses] | engine [people] | morphology");
    return 2;
}
