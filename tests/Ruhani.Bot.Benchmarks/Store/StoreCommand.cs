using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ruhani.Bot.Benchmarks.Store;

/// <summary>
/// <c>store [seconds]</c>: turns a second, processor time a turn and how long a turn's commit takes, for our store and
/// for SQLite in the same run; and the same at a steady 200 turns a second.
/// </summary>
internal static class StoreCommand
{
    private const int Conversations = 500;
    private const int SteadyRate = 200;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = arguments is [var text] ? double.Parse(text, CultureInfo.InvariantCulture) : 4;
        var directory = Directory.CreateTempSubdirectory("ruhani-bench-");
        try
        {
            Console.WriteLine("store            committers  turns/s  CPU µs/turn  KB/turn   p50 ms   p99 ms   max ms");
            Func<string, ITurnStore>[] stores = [d => new LiteDbTurns(d), d => new SqliteTurns(d)];
            foreach (var open in stores)
            {
                foreach (var committers in (int[])[1, 8, 64])
                {
                    await using var store = open(directory.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName);
                    await RunAsync(store, committers, TimeSpan.FromSeconds(1), steady: false);
                    Print(store.Name, $"{committers}", await RunAsync(
                        store, committers, TimeSpan.FromSeconds(seconds), steady: false));
                }

                await using var calm = open(directory.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName);
                await RunAsync(calm, 64, TimeSpan.FromSeconds(1), steady: false);
                Print(calm.Name, $"{SteadyRate}/s", await RunAsync(
                    calm, 64, TimeSpan.FromSeconds(seconds * 2), steady: true));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<Result> RunAsync(ITurnStore store, int committers, TimeSpan length, bool steady)
    {
        var latencies = new ConcurrentBag<double>();
        var delivered = new ConcurrentQueue<string>();
        var turns = 0;
        using var pace = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        var (cpu, allocated, clock) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var workers = Enumerable.Range(0, committers).Select(n => Task.Run(async () =>
        {
            var random = new Random(n);
            while (!stop.IsCancellationRequested)
            {
                if (steady && !await pace.WaitAsync(TimeSpan.FromMilliseconds(100)))
                {
                    continue;
                }

                var started = Stopwatch.GetTimestamp();
                delivered.Enqueue(await store.TurnAsync(
                    random.Next(Conversations / committers) * committers + n, Stopwatch.GetTimestamp()));
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Interlocked.Increment(ref turns);
            }
        })).ToList();
        var dispatcher = Task.Run(async () =>
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (!stop.IsCancellationRequested && await tick.WaitForNextTickAsync())
            {
                var batch = new List<string>();
                while (delivered.TryDequeue(out var id))
                {
                    batch.Add(id);
                }

                if (batch.Count > 0)
                {
                    await store.DeliveredAsync(batch);
                }
            }
        });
        if (steady)
        {
            using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / SteadyRate));
            while (clock.Elapsed < length && await tick.WaitForNextTickAsync())
            {
                pace.Release();
            }
        }
        else
        {
            using var end = new PeriodicTimer(length);
            await end.WaitForNextTickAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll([.. workers, dispatcher]);
        var elapsed = clock.Elapsed;
        process.Refresh();
        double[] sorted = [.. latencies.Order()];
        return new Result(
            turns / elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalMicroseconds / turns,
            (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / turns,
            sorted[sorted.Length / 2],
            sorted[sorted.Length * 99 / 100],
            sorted[^1]);
    }

    private static void Print(string store, string load, Result result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{store,-16} {load,10} {result.Turns,8:F0} {result.Cpu,12:F0} {result.Allocated,8:F1} {result.P50,8:F2} " +
        $"{result.P99,8:F2} {result.Max,8:F1}"));

    private sealed record Result(
        double Turns, double Cpu, double Allocated, double P50, double P99, double Max);
}
