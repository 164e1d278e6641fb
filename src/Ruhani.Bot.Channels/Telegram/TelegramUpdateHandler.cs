using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Hops 1 to 3 for one update, however it came: read it, run its turn to the commit, free the pressed button.
/// </summary>
internal sealed class TelegramUpdateHandler(
    TelegramIdentity bot,
    ITurnRunner turns,
    TelegramCallbackAnswers answers,
    TimeProvider time,
    ILogger<TelegramUpdateHandler> logger)
{
    private readonly TelegramActivityReader _reader = new(bot);

    /// <summary>Reads an update; its activity is null when it is none of ours.</summary>
    public TelegramIntake Read(ParsedUpdate parsed)
    {
        var now = time.GetUtcNow();
        if (parsed.Update is { } update)
        {
            return new TelegramIntake(_reader.Read(update, now), update.CallbackQuery?.Id);
        }

        logger.LogWarning(
            "Telegram update {UpdateId} is of a form this version can't read; it is answered as such", parsed.Id);
        return new TelegramIntake(
            parsed.Unreadable is { } unreadable ? _reader.Read(unreadable, now) : null, CallbackId: null);
    }

    /// <summary>Runs the turn. Throws when it couldn't be committed; the update must then come again.</summary>
    public async Task HandleAsync(TelegramIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Activity is { } activity)
        {
            await turns.RunAsync(activity, cancellationToken).ConfigureAwait(false);
        }

        if (intake.CallbackId is { } callback)
        {
            answers.Add(callback);
        }
    }
}

/// <summary>What an update asks of us.</summary>
/// <param name="Activity">What happened; null when it is none of ours.</param>
/// <param name="CallbackId">The press that Telegram's client shows as pending until it is answered.</param>
internal readonly record struct TelegramIntake(Activity? Activity, string? CallbackId);
