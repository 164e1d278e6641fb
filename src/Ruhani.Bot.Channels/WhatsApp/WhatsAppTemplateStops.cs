using System.Collections.Concurrent;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Templates that were refused as such (not there, paused, wrong parameters). They rest for an hour, so that a
/// broadcast doesn't run into the same refusal for every person, and a mended template is found without a restart.
/// </summary>
internal sealed class WhatsAppTemplateStops(TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<WhatsAppTemplate, DateTimeOffset> _until = new();

    public void Stop(WhatsAppTemplate template) => _until[template] = time.GetUtcNow() + Rest;

    public bool IsStopped(WhatsAppTemplate template) =>
        _until.TryGetValue(template, out var until) && time.GetUtcNow() < until;
}
