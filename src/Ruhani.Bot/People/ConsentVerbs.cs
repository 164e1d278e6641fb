using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// Keeps that a person has accepted the consent text: which version, when and on which channel (Law of Kazakhstan on
/// personal data 94-V, art. 8: whoever keeps the data proves the consent).
/// </summary>
public sealed class ConsentVerbs : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; } = [new Verb("consent.keep", ["kept"], Keep)];

    private static VerbResult Keep(Turn turn, string argument)
    {
        turn.Person = turn.Person with
        {
            ConsentVersion = turn.Label("consent.version"),
            ConsentAt = turn.Now.ToUnixTimeMilliseconds(),
            ConsentChannel = turn.Activity.Conversation.Channel,
        };
        return new VerbResult("kept");
    }
}
