using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Storage.Tests.LiteDb;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Storage.Tests.Logo;

/// <summary>
/// One interleaving on a disk of its own, everything random from one seed. What an activity would write is read first
/// and may be overtaken before it is written; when the power fails the memory is gone, and what was not answered comes
/// again under its old id.
/// </summary>
internal sealed class CutOffice : IAsyncDisposable
{
    private const int Steps = 45;
    private readonly Random _random;
    private readonly LogoActs _acts;
    private readonly LogoLifecycle _lifecycle = new(new LogoOptions());
    private readonly LiteDbOptions _options;
    private readonly List<Activity> _open = [];
    private readonly List<(string Number, AuditEntry Entry)> _heard = [];
    private SimulatedDisk _disk;
    private LiteDbStore? _store;
    private DateTimeOffset _now = KazakhstanTime.At(new DateOnly(2027, 5, 3), new TimeOnly(10, 0));
    private int _activities;
    private int _cuts;
    private int _unheard;

    /// <param name="seed">Of everything random.</param>
    /// <param name="disk">Where it begins: a copy is used.</param>
    public CutOffice(int seed, SimulatedDisk disk)
    {
        _random = new Random(seed);
        _disk = disk.Restart(_random);
        _acts = new LogoActs(_random);
        _options = new LiteDbOptions { CheckpointPages = 50, JournalLength = seed % 3 * 20_000 };
    }

    private LogoDesk Desk => new(_store!, _lifecycle);

    private LogoRecords Records => new(_store!);

    /// <summary>Lets it happen; at the end the power stays on, and every activity is answered.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        for (var i = 0; i < Steps; i++)
        {
            await LastingAsync(() => StepAsync(token));
        }

        await RestartAsync();
        while (_open.Count > 0)
        {
            await LastingAsync(() => WriteAsync([_open[0]], token));
        }
    }

    /// <summary>What holds whatever happened, as a store opened anew has it.</summary>
    public async Task<End> CheckAsync(CancellationToken token)
    {
        await RestartAsync();
        _store = LiteDbStore.Open(_disk, _options, NullLogger.Instance);
        var requests = await Records.AllAsync(token).ToListAsync(token);
        foreach (var region in requests.GroupBy(request => request.Region))
        {
            Assert.Equal(
                Enumerable.Range(1, region.Count()),
                region.Select(one => RequestNumberReader.Read(one.Number).Number!.Value.Serial).Order());
            var counter = await _store.FindAsync(DocumentKind.LogoCounter, $"{region.Key:D2}-2027", token);
            var last = JsonDocument.Parse(counter!.Json).RootElement.EnumerateObject().Single();
            Assert.Equal(region.Count(), last.Value.GetInt32());
        }

        foreach (var request in requests)
        {
            CheckAudit(request);
            Assert.Contains(
                await Records.OfPersonAsync(request.Requester, 1000, token), one => one.Number == request.Number);
            Assert.Contains(
                await Records.ListAsync(request.Region, request.State, 1000, token),
                one => one.Number == request.Number);
        }

        Assert.All(_heard, heard => Assert.Contains(
            requests.Single(request => request.Number == heard.Number).Audit,
            entry => entry.At == heard.Entry.At && entry.Act == heard.Entry.Act
                && entry.Actor == heard.Entry.Actor && entry.Version == heard.Entry.Version));
        return new End([.. requests.Select(request => request.State).Distinct()], _cuts, _unheard);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    // Every entry begins where the one before ended, versions only grow, no act is there twice, and nobody decided on
    // their own request.
    private static void CheckAudit(LogoRequest request)
    {
        var (state, version) = (LogoState.Draft, 0);
        foreach (var entry in request.Audit)
        {
            Assert.Equal(state, entry.From);
            Assert.Equal(LogoMachine.Next(entry.From, entry.Act), entry.To);
            Assert.InRange(entry.Version, version, version + 1);
            (state, version) = (entry.To, entry.Version);
        }

        Assert.Equal((request.State, request.Version), (state, version));
        Assert.Distinct(request.Audit.Select(entry => (entry.At, entry.Act)));
        Assert.Equal(
            request.State is LogoState.Approved or LogoState.Amended or LogoState.Expired or LogoState.Revoked,
            request.Scope is not null);
        Assert.All(
            request.Audit.Where(entry => LogoRights.IsOffice(entry.Act)),
            entry => Assert.NotEqual(request.Requester, entry.Actor));
    }

    // When the power fails in it, it is over: what was to be done then comes again or not.
    private async Task LastingAsync(Func<Task> step)
    {
        try
        {
            _store ??= Open();
            await step();
        }
        catch (Exception e) when (e is HostEndedException || (_disk.IsOff && e is StoreUnavailableException))
        {
            _cuts++;
            await RestartAsync();
        }
    }

    private LiteDbStore Open()
    {
        if (_random.Next(4) > 0)
        {
            _disk.CutAfter(_random.Next(1, 120));
        }

        return LiteDbStore.Open(_disk, _options, NullLogger.Instance);
    }

    private async Task RestartAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            _store = null;
        }

        _disk = _disk.Restart(_random);
        _open.ForEach(activity => activity.Result = null);
        // Not every network brings again what it had no answer to.
        _open.RemoveAll(activity => !activity.IsSent && _random.Next(4) == 0);
    }

    private async Task StepAsync(CancellationToken token)
    {
        _now = _now.AddMinutes(_random.Next(1, 24 * 60));
        if (_open.Count > 0 && _random.Next(3) == 0)
        {
            // Several at once go to the disk in one transaction.
            var some = _open.OrderBy(_ => _random.Next()).Take(_random.Next(1, 4)).ToList();
            await WriteAsync(some, token);
            return;
        }

        var activity = new Activity($"a{++_activities}", await AskAsync(token));
        activity.Result = await AnswerAsync(activity);
        if (activity.Result.Writes.Count > 0)
        {
            _open.Add(activity);
        }
    }

    private async Task<Func<DateTimeOffset, Task<LogoDeskResult>>> AskAsync(CancellationToken token)
    {
        var requests = await Records.AllAsync(token).ToListAsync(token);
        if (requests.Count == 0 || _random.Next(6) == 0)
        {
            var draft = _acts.Draft();
            return at => Desk.SubmitAsync(draft, LogoActor.Requester(draft.Requester), at, token);
        }

        var request = requests[_random.Next(requests.Count)];
        var (act, actor) = _acts.On(request);
        return at => Desk.ActAsync(request.Number!, act, actor, at, token);
    }

    // No two turns in the same moment: an entry of the audit that is there twice is seen.
    private Task<LogoDeskResult> AnswerAsync(Activity activity)
    {
        _now = _now.AddSeconds(1);
        return activity.Ask(_now);
    }

    private async Task WriteAsync(IReadOnlyList<Activity> some, CancellationToken token)
    {
        var commits = new List<(Activity Activity, bool WasSent, Task<CommitOutcome> Outcome)>();
        foreach (var activity in some)
        {
            activity.Result ??= await AnswerAsync(activity);
            if (activity.Result.Writes.Count == 0)
            {
                _open.Remove(activity);
                continue;
            }

            var commit = new Commit { At = _now, ActivityId = activity.Id, Documents = activity.Result.Writes };
            commits.Add((activity, activity.IsSent, _store!.CommitAsync(commit, token)));
            activity.IsSent = true;
        }

        if (_random.Next(10) == 0)
        {
            await Task.WhenAll(commits.Select(commit => commit.Outcome));
            throw new HostEndedException();
        }

        foreach (var (activity, wasSent, outcome) in commits)
        {
            if (await Task.WhenAny(outcome) is { IsCompletedSuccessfully: true })
            {
                Hear(activity, wasSent, await outcome);
            }
        }

        await Task.WhenAll(commits.Select(commit => commit.Outcome));
    }

    private void Hear(Activity activity, bool wasSent, CommitOutcome outcome)
    {
        switch (outcome)
        {
            case CommitOutcome.Committed:
                var done = Assert.IsType<LogoOutcome.Done>(activity.Result!.Outcome);
                _heard.AddRange(done.Added.Select(entry => (done.Request.Number!, entry)));
                _open.Remove(activity);
                break;
            case CommitOutcome.Duplicate:
                Assert.True(wasSent, "What was never written is taken for a repetition.");
                _unheard++;
                _open.Remove(activity);
                break;
            default:
                // Overtaken: the turn is run again on what is there now.
                activity.Result = null;
                activity.IsSent = wasSent;
                break;
        }
    }

    /// <summary>How one ended.</summary>
    public sealed record End(IReadOnlyList<LogoState> States, int Cuts, int Unheard);

    /// <summary>Everything is written, and nobody is left to hear it.</summary>
    private sealed class HostEndedException : Exception;

    private sealed class Activity(string id, Func<DateTimeOffset, Task<LogoDeskResult>> ask)
    {
        public string Id { get; } = id;

        public Func<DateTimeOffset, Task<LogoDeskResult>> Ask { get; } = ask;

        public LogoDeskResult? Result { get; set; }

        /// <summary>True when it was given to the store, which may have kept it.</summary>
        public bool IsSent { get; set; }
    }
}
