namespace Ruhani.Bot.Texts;

/// <summary>
/// What fills the placeholders of a text: strings, numbers, or <see cref="RichText"/> whose boldness is kept.
/// </summary>
public sealed class TextArguments
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>No arguments.</summary>
    public static TextArguments None { get; } = new();

    /// <summary>Arguments from pairs.</summary>
    public static TextArguments Of(params ReadOnlySpan<(string Name, object Value)> pairs)
    {
        var arguments = new TextArguments();
        foreach (var (name, value) in pairs)
        {
            arguments._values[name] = value;
        }

        return arguments;
    }

    internal object Get(string name) => _values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidOperationException($"The text needs an argument '{name}'.");
}
