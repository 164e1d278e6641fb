using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Testing.Logo;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

/// <summary>
/// Requesters and approvers work on the same requests at once while the power fails again and again. Every request ends
/// in one lawful state with its whole audit, numbers have no gap, and what somebody was told of has happened.
/// </summary>
public sealed class LogoPowerCutTests
{
    private const int Cuts = 60;
    private const int People = 6;
    private const int ActsBetweenCuts = 30;
    private static readonly DateTimeOffset _start = new(2027, 3, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly LogoActor _aigul = LogoActor.Requester("telegram:aigul");
    private static readonly LogoActor _dana = LogoActor.Requester("whatsapp:77010000001");
    private static readonly LogoActor _bolat = new("telegram:bolat", LogoRole.Approver, [1]);
    private static readonly LogoActor _sofia = new("telegram:sofia", LogoRole.Approver, [1, 2]);
    private static readonly LogoActor _head = new("telegram:head", LogoRole.Head, [0]);

    private readonly LogoLifecycle _lifecycle = new(new LogoOptions());
    private readonly ConcurrentBag<(string Number, AuditEntry Entry)> _told = [];
    private long _minute;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 30_000)]
    [InlineData(2, -1)]
    public async Task Whatever_ends_in_between_every_request_is_in_one_lawful_state(int seed, long journalLength)
    {
        var random = new Random(seed);
        var options = new LiteDbOptions { CheckpointPages = 50, JournalLength = journalLength };
        var disk = new SimulatedDisk();
        var states = new HashSet<LogoState>();
        for (var cut = 0; cut < Cuts; cut++)
        {
            disk.CutAfter(random.Next(1, 500));
            await WorkUntilTheCutAsync(disk, options, [.. Enumerable.Range(0, People).Select(_ => random.Next())]);
            disk = disk.Restart(random);
            await using var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
            states.UnionWith(await CheckAsync(store));
        }

        Assert.True(_told.Count > Cuts * 5, "Too little happened between the cuts.");
        Assert.True(states.Count > 6, "Too few states were reached.");
    }

    private async Task WorkUntilTheCutAsync(SimulatedDisk disk, LiteDbOptions options, int[] seeds)
    {
        try
        {
            await using var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
            await Task.WhenAll(seeds.Select(seed => Task.Run(() => WorkAsync(store, new Random(seed)), Cancelled)));
        }
        catch (StoreUnavailableException) when (disk.IsOff)
        {
        }
    }

    // What was committed is told; what was overtaken is given up, as by somebody who looks at the card anew.
    private async Task WorkAsync(LiteDbStore store, Random random)
    {
        var desk = new LogoDesk(store, _lifecycle);
        for (var i = 0; i < ActsBetweenCuts; i++)
        {
            var now = _start.AddMinutes(Interlocked.Increment(ref _minute));
            var result = await AskAsync(store, desk, random, now);
            if (result.Writes.Count == 0)
            {
                continue;
            }

            var outcome = await store.CommitAsync(new Commit { At = now, Documents = result.Writes }, Cancelled);
            if (outcome == CommitOutcome.Committed && result.Outcome is LogoOutcome.Done done)
            {
                foreach (var entry in done.Added)
                {
                    _told.Add((done.Request.Number!, entry));
                }
            }
        }
    }

    private static async Task<LogoDeskResult> AskAsync(
        LiteDbStore store, LogoDesk desk, Random random, DateTimeOffset now)
    {
        var requests = await new LogoRecords(store).AllAsync(Cancelled).ToListAsync(Cancelled);
        var open = requests.Where(one => !one.State.IsFinal()).ToList();
        if (open.Count < 3)
        {
            var requester = random.Next(2) == 0 ? _aigul : _dana;
            var facts = random.Next(3) == 0 ? SampleRequests.None : SampleRequests.Plan;
            var draft = LogoRequest.Draft(requester.Address, "kk", facts.Organiser, random.Next(1, 3), facts);
            return await desk.SubmitAsync(draft, requester, now, Cancelled);
        }

        var request = open[random.Next(open.Count)];
        var (act, actor) = Act(request, random);
        return await desk.ActAsync(request.Number!, act, actor, now, Cancelled);
    }

    private static (LogoAct Act, LogoActor Actor) Act(LogoRequest request, Random random)
    {
        LogoActor[] office = [_bolat, _sofia, _head];
        var who = office[random.Next(office.Length)];
        var own = LogoActor.Requester(request.Requester);
        var shown = request.Version;
        var scope = PermitScope.Whole(request.Facts);
        var corrected = request.Facts with { Ground = SampleRequests.Plan.Ground, Place = $"Зал {random.Next(9)}" };
        return random.Next(11) switch
        {
            0 => (new LogoAct.Take(shown), who),
            1 => (new LogoAct.HandOn(office[random.Next(office.Length)]), who),
            2 => (new LogoAct.Approve(shown, scope), who),
            3 => (new LogoAct.Return(shown, [LogoField.Place, LogoField.Ground], "Нақтылаңыз"), who),
            4 => (new LogoAct.Refuse(shown, RefusalReason.Other, "Сай емес"), who),
            5 => (new LogoAct.Amend(shown, scope, "Күні өзгерді"), who),
            6 => (new LogoAct.Revoke(shown, "Макет басқа"), who),
            7 => (new LogoAct.Submit(shown, corrected), own),
            8 => (new LogoAct.AskReview(null), own),
            9 => (random.Next(2) == 0 ? new LogoAct.Close() : new LogoAct.Withdraw(null), own),
            _ => (new LogoAct.Remind(), own),
        };
    }

    private async Task<IReadOnlyList<LogoState>> CheckAsync(LiteDbStore store)
    {
        var requests = await new LogoRecords(store).AllAsync(Cancelled).ToDictionaryAsync(
            request => request.Number!, cancellationToken: Cancelled);
        foreach (var region in requests.Values.GroupBy(request => request.Region))
        {
            var serials = region.Select(one => RequestNumberReader.Read(one.Number).Number!.Value.Serial).Order();
            Assert.Equal(Enumerable.Range(1, region.Count()), serials);
        }

        foreach (var request in requests.Values)
        {
            var (state, version) = (LogoState.Draft, 0);
            foreach (var entry in request.Audit)
            {
                Assert.Equal(state, entry.From);
                Assert.InRange(entry.Version, version, version + 1);
                (state, version) = (entry.To, entry.Version);
            }

            Assert.Equal((request.State, request.Version), (state, version));
            Assert.Equal(
                request.State is LogoState.Approved or LogoState.Amended or LogoState.Expired or LogoState.Revoked,
                request.Scope is not null);
        }

        // Entries are only added, so one that was told stands where it stood.
        Assert.All(_told, told => Assert.Contains(
            requests[told.Number].Audit,
            entry => entry.At == told.Entry.At && entry.Act == told.Entry.Act && entry.Actor == told.Entry.Actor));

        // What leads to a request was written with it.
        foreach (var person in requests.Values.GroupBy(request => request.Requester))
        {
            var found = await new LogoRecords(store).OfPersonAsync(person.Key, 1000, Cancelled);
            Assert.Equal(
                person.Select(one => one.Number).Order(StringComparer.Ordinal),
                found.Select(one => one.Number).Order(StringComparer.Ordinal));
        }

        return [.. requests.Values.Select(request => request.State).Distinct()];
    }
}
