using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Storage.Tests.LiteDb;

namespace Ruhani.Bot.Storage.Tests.Logo;

/// <summary>
/// Requesters, approvers and the bot at the same requests on LiteDB, everything of it in any order, and the power fails
/// in the middle of it: while the store opens, reads, writes one or several at once. What a network hears no answer to
/// it brings again.
/// </summary>
public sealed class LogoThousandCutsTests
{
    private const int Interleavings = 1000;

    [Fact]
    public async Task A_thousand_interleavings_with_power_cuts_end_lawfully_and_numbers_have_no_gaps()
    {
        var ends = new CutOffice.End[Interleavings];
        var (empty, made) = (new SimulatedDisk(), new SimulatedDisk());
        await LiteDbStore.Open(made, new LiteDbOptions(), NullLogger.Instance).DisposeAsync();
        await Parallel.ForAsync(0, Interleavings, TestContext.Current.CancellationToken, async (seed, token) =>
        {
            await using var office = new CutOffice(seed, seed % 8 == 0 ? empty : made);
            await office.RunAsync(token);
            ends[seed] = await office.CheckAsync(token);
        });

        Assert.Equal(
            Enum.GetValues<LogoState>().Except([LogoState.Draft]),
            ends.SelectMany(end => end.States).Distinct().Order());
        Assert.True(ends.Sum(end => end.Cuts) > Interleavings, $"{ends.Sum(end => end.Cuts)} cuts are too few.");
        Assert.True(ends.Sum(end => end.Unheard) > Interleavings / 10, "Hardly a commit was cut off from its answer.");
    }
}
