using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Benchmarks.Quality;
using Ruhani.Bot.Content;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Speed;

/// <summary>
/// <c>speed [entries]</c>: what the search costs at the start of a process, in memory and by question, with the real
/// entries and with generated ones. To be run in a process of its own: the first build is the cold one.
/// </summary>
internal static class SpeedReport
{
    private const int Rounds = 3;

    public static int Run(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        var start = Stopwatch.GetTimestamp();
        var knowledge = KnowledgeLoader.Load(new ContentFolder(Repository.Root), []);
        Say($"content read                 {Since(start),9:0.0} ms");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        start = Stopwatch.GetTimestamp();
        var search = SearchIndex.Build(knowledge);
        Say($"search built, cold           {Since(start),9:0.0} ms");
        start = Stopwatch.GetTimestamp();
        search.Search("Ұлттық код деген не?", null);
        Say($"first question               {Since(start),9:0.0} ms");
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say($"search holds                 {held / 1048576d,9:0.0} MB");
        double[] again = [.. Enumerable.Range(0, 7).Select(_ => TimeOf(() => SearchIndex.Build(knowledge))).Order()];
        Say($"search built again           {again[3],9:0.0} ms (median of 7)");

        Ask($"{knowledge.Entries.Count} entries", knowledge, search);
        var many = GeneratedKnowledge.Make(knowledge, entries, 1);
        start = Stopwatch.GetTimestamp();
        search = SearchIndex.Build(many);
        Say($"{entries} generated, built        {Since(start),9:0.0} ms");
        Ask($"{entries} generated", many, search);
        return 0;
    }

    // None is asked twice, and nothing is kept between the questions but what is kept of words.
    private static void Ask(string what, KnowledgeBase knowledge, SearchIndex search)
    {
        var random = new Random(3);
        string[] questions =
        [
            .. knowledge.Entries.SelectMany(entry => Languages.All.SelectMany(language => entry.In(language).Questions
                .SelectMany((question, i) => Noise.Of(language, question, random.Next()).Append(("clean", question)))))
                .OrderBy(_ => random.Next()).Take(6_000).Select(question => question.Item2),
        ];
        foreach (var question in questions.AsSpan(0, questions.Length / 4))
        {
            search.Search(question, null, -1, out _);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var times = new List<double>();
            foreach (var question in questions.AsSpan(questions.Length / 4))
            {
                times.Add(TimeOf(() => search.Search(question, null, -1, out _)));
            }

            times.Sort();
            var (half, most) = (At(times, 0.5), At(times, 0.99));
            var names = search.Index.Names.Count;
            Say($"{what}, {names} names: p50 {half:0.000}  p99 {most:0.000}  max {times[^1]:0.000} ms");
        }
    }

    private static double TimeOf(Func<object> act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Since(start);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
