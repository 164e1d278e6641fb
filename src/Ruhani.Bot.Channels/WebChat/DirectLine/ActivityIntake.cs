using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// Takes a client's activity in: into the log, which echoes it to every client of the conversation, then through its
/// turn. The client's own id makes a repeated send harmless in both.
/// </summary>
internal sealed class ActivityIntake(ITurnRunner turns, TimeProvider time, ILogger<ActivityIntake> logger)
{
    private const string Opened = "opened";

    /// <summary>Answers with the activity's id once its effect is durable; 503 asks the client to send again.</summary>
    public async Task<IResult> TakeAsync(Admission admission, JsonObject json)
    {
        var log = admission.Log;
        var type = Wire.String(json, "type") ?? "";
        if (type == "typing")
        {
            return Wire.Answer(new JsonObject { ["id"] = $"{log.Conversation}|passing" });
        }

        var key = ActivityReader.IsOpening(json, type) ? Opened : ClientKey(json);
        var ticket = Identify(json, admission.Ticket);

        // A turn that began is carried through even when the client goes away.
        try
        {
            var entry = await log.AppendAsync(key, json, CancellationToken.None);
            await RunAsync(log, json, ticket, key, entry);
            return Wire.Answer(new JsonObject { ["id"] = entry.ActivityId });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogError(e, "An activity of web chat conversation {Conversation} was not taken.", log.Conversation);
            return Wire.Error(StatusCodes.Status503ServiceUnavailable, "Unavailable", "Not taken; send it again.");
        }
    }

    private async Task RunAsync(ConversationLog log, JsonObject json, Ticket ticket, string? key, LogEntry entry)
    {
        var conversation = new ConversationKey(WebChatChannel.ChannelName, log.Conversation);
        var from = new Sender(
            $"{WebChatChannel.ChannelName}:{ticket.Person}",
            Wire.String(json, "locale"),
            ticket.Name ?? Wire.String(Wire.Object(json, "from"), "name"));
        var id = key is null ? FormattableString.Invariant($"{conversation}:#{entry.Number}") : $"{conversation}:{key}";
        var activities = ActivityReader.Read(
            json, new Inbound(id, conversation, from, time.GetUtcNow(), entry.ActivityId));
        if (activities.Count > 0 && !entry.IsRepeat)
        {
            await log.PassAsync(ActivityWriter.Typing(), CancellationToken.None);
        }

        foreach (var activity in activities)
        {
            await turns.RunAsync(activity, CancellationToken.None);
        }
    }

    private static string? ClientKey(JsonObject json) =>
        Wire.String(Wire.Object(json, "channelData"), "clientActivityID") is { Length: > 0 } id ? Keys.Short(id) : null;

    // The token's user wins over what the activity says; only the secret's holder may say it in the activity.
    private static Ticket Identify(JsonObject json, Ticket ticket)
    {
        var claimed = Wire.String(Wire.Object(json, "from"), "id");
        var user = ticket.User ?? (claimed is { Length: > 0 and <= 100 } ? claimed : null);
        var from = Wire.Object(json, "from")?.DeepClone().AsObject() ?? [];
        from["id"] = user ?? "user";
        from["role"] = "user";
        json["from"] = from;
        return ticket with { User = user };
    }
}
