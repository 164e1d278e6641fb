using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Ruhani.Bot.Benchmarks.Answers;

/// <summary>How long it takes to read an answer, by BenchmarkDotNet, within this process.</summary>
internal static class AnswersCommand
{
    public static int Run(string[] args)
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ruhani-benchmarks"));
        BenchmarkRunner.Run<AnswerReading>(config, args);
        return 0;
    }
}
