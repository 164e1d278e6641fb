namespace Ruhani.Bot.Testing.Telegram;

/// <summary>The methods there are, by name without regard to case.</summary>
internal sealed class TelegramMethods
{
    private readonly Dictionary<string, Func<TelegramArguments, CancellationToken, ValueTask<byte[]>>> _methods =
        new(StringComparer.OrdinalIgnoreCase);

    public TelegramMethods(TelegramServer server)
    {
        new ReceivingMethods(server).AddTo(this);
        new SendingMethods(server).AddTo(this);
        new ProfileMethods(server).AddTo(this);
        new FileMethods(server).AddTo(this);
    }

    public static byte[] True { get; } = "true"u8.ToArray();

    public void Add(string name, Func<TelegramArguments, CancellationToken, ValueTask<byte[]>> method) =>
        _methods.Add(name, method);

    public void Add(string name, Func<TelegramArguments, byte[]> method) =>
        _methods.Add(name, (arguments, _) => new ValueTask<byte[]>(method(arguments)));

    public ValueTask<byte[]> CallAsync(string name, TelegramArguments arguments, CancellationToken gone) =>
        _methods.TryGetValue(name, out var method)
            ? method(arguments, gone)
            : throw TelegramRefusal.NotFound("method not found");
}
