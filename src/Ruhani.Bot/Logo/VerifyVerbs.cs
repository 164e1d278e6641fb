using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Files;
using Ruhani.Bot.Logo.Permits;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Tells anybody whether a permit is valid, by its number or a picture of its code: the event's name, what is allowed
/// and when, and nothing else of the request.
/// </summary>
public sealed class VerifyVerbs(
    LogoRecords records, FileIntake intake, IEnumerable<IQrCodes> codes, PermitCode permits) : IVerbSource
{
    private readonly IQrCodes? _codes = codes.FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("verify.show", [], ShowAsync)];

    private async ValueTask<VerbResult> ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0 && turn.Activity is PhotoActivity photo)
        {
            await ShowAsync(turn, photo.Photo, cancellationToken).ConfigureAwait(false);
            return VerbResult.Wait;
        }

        if (RequestNumberReader.Read(argument) is { Number: { } number })
        {
            await SayAsync(turn, number, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            turn.Say(string.IsNullOrWhiteSpace(argument) ? "verify.ask" : "verify.mistyped");
        }

        return VerbResult.Wait;
    }

    private async ValueTask ShowAsync(Turn turn, Attachment picture, CancellationToken cancellationToken)
    {
        var texts = await ReadAsync(turn, picture, cancellationToken).ConfigureAwait(false);
        var readings = texts.Select(permits.Read).ToList();
        if (readings.Find(reading => reading.LeadsElsewhere) is { LeadsElsewhere: true })
        {
            turn.Say("verify.elsewhere");
        }
        else if (readings.Find(reading => reading.Number is not null) is { Number: { } number })
        {
            await SayAsync(turn, number, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            turn.Say(readings.Exists(reading => reading.IsMistyped) ? "verify.mistyped" : "errors.photo");
        }
    }

    private async ValueTask<IReadOnlyList<string>> ReadAsync(
        Turn turn, Attachment picture, CancellationToken cancellationToken)
    {
        if (_codes is null)
        {
            return [];
        }

        var (reading, _) = await intake.ReadAsync(
            picture, turn.Activity.Conversation, _codes.ReadAsync, cancellationToken).ConfigureAwait(false);
        return reading is QrReading.Found found ? found.Texts : [];
    }

    private async ValueTask SayAsync(Turn turn, RequestNumber number, CancellationToken cancellationToken)
    {
        var request = await records.FindAsync(number.ToString(), cancellationToken).ConfigureAwait(false);
        switch (PermitStatus.Of(request, turn.Today))
        {
            case PermitStatus.Valid:
                Say("verify.valid", request!);
                break;
            case PermitStatus.Expired:
                Say("verify.expired", request!);
                break;
            case PermitStatus.Revoked:
                Say("verify.revoked", request!);
                break;
            default:
                turn.Say("verify.unknown", TextArguments.Of(("number", number.ToString())));
                break;
        }

        void Say(string key, LogoRequest permit)
        {
            var words = LogoWording.Of(turn);
            turn.Say(key, TextArguments.Of(
                ("number", number.ToString()),
                ("title", words.Quoted(permit.Facts)),
                ("materials", words.Say(permit.Scope!.Materials)),
                ("dates", words.Say(permit.Scope.Dates))));
        }
    }
}
