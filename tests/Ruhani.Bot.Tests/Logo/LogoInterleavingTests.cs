using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;
using static Ruhani.Bot.Tests.Logo.Cases;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>
/// Requesters, approvers and the bot at the same requests at once, everything of it in any order: who read and has not
/// yet written is overtaken, ends before writing, or writes and never hears that it did.
/// </summary>
public sealed class LogoInterleavingTests
{
    private const int Interleavings = 1000;

    [Fact]
    public async Task A_thousand_interleavings_end_lawfully_with_every_act_on_record()
    {
        var seen = new HashSet<LogoState>();
        for (var seed = 0; seed < Interleavings; seed++)
        {
            var world = new World(seed);
            await world.RunAsync();
            seen.UnionWith(await world.CheckAsync());
        }

        Assert.Equal(Enum.GetValues<LogoState>().Except([LogoState.Draft]), seen.Order());
    }

    private sealed class World(int seed)
    {
        private static readonly LogoActor[] Office = [Bolat, Sofia, Almaty, Head];
        private readonly Random _random = new(seed);
        private readonly MemoryStore _store = new();
        private readonly LogoLifecycle _lifecycle = new(new LogoOptions());
        private readonly List<(LogoDeskResult Result, string Activity)> _inHand = [];
        private readonly List<(string Number, AuditEntry Entry)> _heard = [];
        private DateTimeOffset _now = Start;
        private int _activities;

        private static CancellationToken Token => TestContext.Current.CancellationToken;

        private LogoDesk Desk => new(_store, _lifecycle);

        public async Task RunAsync()
        {
            for (var i = 0; i < 60; i++)
            {
                _now = _now.AddMinutes(_random.Next(0, 24 * 60));
                if (_inHand.Count == 0 || _random.Next(3) > 0)
                {
                    var result = await AskAsync();
                    if (result.Writes.Count > 0)
                    {
                        _inHand.Add((result, $"a{++_activities}"));
                    }
                }
                else
                {
                    await FinishAsync(_random.Next(_inHand.Count));
                }
            }
        }

        // What holds whatever happened; returns the states that were reached.
        public async Task<IReadOnlyList<LogoState>> CheckAsync()
        {
            var requests = await new LogoRecords(_store).AllAsync(Token).ToListAsync(Token);
            foreach (var region in requests.GroupBy(request => (request.Region, request.SubmittedAt!.Value.Year)))
            {
                var serials = region.Select(one => RequestNumberReader.Read(one.Number).Number!.Value.Serial).Order();
                Assert.Equal(Enumerable.Range(1, region.Count()), serials);
            }

            Assert.All(requests, CheckAudit);
            Assert.All(_heard, heard => Assert.Contains(
                requests.Single(request => request.Number == heard.Number).Audit,
                entry => entry.At == heard.Entry.At && entry.Act == heard.Entry.Act
                    && entry.Actor == heard.Entry.Actor && entry.Version == heard.Entry.Version));
            return [.. requests.Select(request => request.State).Distinct()];
        }

        // Every entry begins where the one before ended; versions only grow; at most one permit, refusal or return of
        // each version; what is a permit has a scope that somebody else than the requester gave.
        private static void CheckAudit(LogoRequest request)
        {
            var state = LogoState.Draft;
            var version = 0;
            foreach (var entry in request.Audit)
            {
                Assert.Equal(state, entry.From);
                Assert.Equal(LogoMachine.Next(entry.From, entry.Act), entry.To);
                Assert.InRange(entry.Version, version, version + 1);
                (state, version) = (entry.To, entry.Version);
            }

            Assert.Equal((request.State, request.Version), (state, version));
            Assert.Equal(
                request.State is LogoState.Approved or LogoState.Amended or LogoState.Expired or LogoState.Revoked,
                request.Scope is not null);
            Assert.All(
                request.Audit.Where(entry => LogoRights.IsOffice(entry.Act)),
                entry => Assert.NotEqual(request.Requester, entry.Actor));
        }

        // Written; or the host ended before it was; or it was written and the host ended before it knew, so that the
        // network brings the same activity again.
        private async Task FinishAsync(int index)
        {
            var (result, activity) = _inHand[index];
            _inHand.RemoveAt(index);
            var end = _random.Next(10);
            if (end == 0)
            {
                return;
            }

            var outcome = await CommitAsync(result, activity);
            if (end == 1 && outcome == CommitOutcome.Committed)
            {
                Assert.NotEqual(CommitOutcome.Committed, await CommitAsync(result, activity));
            }

            if (outcome == CommitOutcome.Committed && result.Outcome is LogoOutcome.Done done)
            {
                _heard.AddRange(done.Added.Select(entry => (done.Request.Number!, entry)));
            }
        }

        private Task<CommitOutcome> CommitAsync(LogoDeskResult result, string activity) => _store.CommitAsync(
            new Commit { At = _now, ActivityId = activity, Documents = result.Writes }, Token);

        private async Task<LogoDeskResult> AskAsync()
        {
            var requests = await new LogoRecords(_store).AllAsync(Token).ToListAsync(Token);
            if (requests.Count == 0 || _random.Next(6) == 0)
            {
                var facts = _random.Next(3) == 0 ? Forum with { Ground = new LogoGround.None() } : Forum;
                var draft = Draft(facts) with { Region = _random.Next(1, 3), Requester = Requester() };
                return await Desk.SubmitAsync(draft, LogoActor.Requester(draft.Requester), _now, Token);
            }

            var request = requests[_random.Next(requests.Count)];
            var (act, actor) = Act(request);
            return await Desk.ActAsync(request.Number!, act, actor, _now, Token);
        }

        // Approvers ask for the logo too.
        private string Requester() => _random.Next(5) == 0 ? Sofia.Address : Aigul.Address;

        private (LogoAct Act, LogoActor Actor) Act(LogoRequest request)
        {
            var shown = Math.Max(0, request.Version - (_random.Next(8) == 0 ? 1 : 0));
            var scope = PermitScope.Whole(request.Facts);
            var who = Office[_random.Next(Office.Length)];
            var requester = LogoActor.Requester(_random.Next(8) == 0 ? Stranger.Address : request.Requester);
            var corrected = request.Facts with { Ground = Plan, Place = $"Зал {_random.Next(9)}" };
            return _random.Next(14) switch
            {
                0 => (new LogoAct.Take(shown), who),
                1 => (new LogoAct.HandOn(Office[_random.Next(Office.Length)]), who),
                2 or 3 => (new LogoAct.Approve(shown, scope), who),
                4 => (new LogoAct.Return(shown, [LogoField.Place, LogoField.Ground], "Нақтылаңыз"), who),
                5 => (new LogoAct.Refuse(shown, RefusalReason.Other, "Сай емес"), who),
                6 => (new LogoAct.Amend(shown, scope, "Күні өзгерді"), who),
                7 => (new LogoAct.Revoke(shown, "Макет басқа"), who),
                8 or 9 => (new LogoAct.Submit(shown, corrected), requester),
                10 => (new LogoAct.AskReview(null), requester),
                11 => (_random.Next(2) == 0 ? new LogoAct.Close() : new LogoAct.Withdraw(null), requester),
                12 => (new LogoAct.Remind(), requester),
                _ => (new LogoAct.Expire(), LogoActor.Bot),
            };
        }
    }
}
