namespace Ruhani.Bot.Activities;

/// <summary>
/// Where a conversation takes place: a channel's name and the chat on it. Written <c>telegram:1001</c>; the same form
/// names a person's address and the administrators in the configuration.
/// </summary>
/// <param name="Channel">The channel's name in lower case: <c>telegram</c>, <c>whatsapp</c>, <c>webchat</c>.</param>
/// <param name="Chat">The chat's id as the channel gives it; never empty.</param>
public readonly record struct ConversationKey(string Channel, string Chat)
{
    /// <summary>Reads <c>channel:chat</c>; the chat may itself hold colons.</summary>
    /// <returns>False when there is no channel or no chat.</returns>
    public static bool TryParse(string? text, out ConversationKey key)
    {
        key = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || colon == text!.Length - 1)
        {
            return false;
        }

        key = new ConversationKey(text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}:{Chat}";
}
