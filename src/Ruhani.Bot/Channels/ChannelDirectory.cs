using System.Collections.Frozen;

namespace Ruhani.Bot.Channels;

/// <summary>The channels that are on.</summary>
public sealed class ChannelDirectory(IEnumerable<IChannel> channels)
{
    private readonly FrozenDictionary<string, IChannel> _channels =
        channels.ToFrozenDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyList<IChannel> All => _channels.Values;

    /// <summary>A channel by name. One that is off is a bug of the caller and throws.</summary>
    public IChannel Get(string name) => Find(name)
        ?? throw new InvalidOperationException($"The channel '{name}' is off.");

    /// <summary>A channel by name; null when it is off (its queue waits until it is on again).</summary>
    public IChannel? Find(string name) => _channels.GetValueOrDefault(name);
}
