namespace Ruhani.Bot.Testing.Telegram;

/// <summary>What goes wrong on purpose: the next calls of a method fail in a given way.</summary>
public sealed class TelegramFaults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];
    private volatile bool _any;

    /// <summary>Refuses the next calls of a method.</summary>
    /// <param name="method">The method, or <c>*</c> for all.</param>
    /// <param name="refusal">The answer.</param>
    /// <param name="count">How many calls.</param>
    /// <param name="chat">Only calls about this chat.</param>
    public void Refuse(string method, TelegramRefusal refusal, int count = 1, long? chat = null) =>
        Add(new Planned(method, count, chat, new TelegramFault.Refuse(refusal)));

    /// <summary>Cuts the connection of the next calls instead of answering.</summary>
    /// <param name="method">The method, or <c>*</c> for all.</param>
    /// <param name="afterwards">True to do what was asked first: the caller can't know.</param>
    /// <param name="count">How many calls.</param>
    public void Drop(string method, bool afterwards = false, int count = 1) =>
        Add(new Planned(method, count, Chat: null, new TelegramFault.Drop(afterwards)));

    /// <summary>Answers the next calls only when <paramref name="until"/> has ended.</summary>
    public void Hold(string method, Task until, int count = 1) =>
        Add(new Planned(method, count, Chat: null, new TelegramFault.Hold(until)));

    /// <summary>Answers the next calls with something that isn't Telegram's, as a proxy in between does.</summary>
    public void Garble(string method, int status = 502, int count = 1) =>
        Add(new Planned(method, count, Chat: null, new TelegramFault.Garble(status)));

    /// <summary>Forgets what is planned.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
            _any = false;
        }
    }

    internal TelegramFault? Take(string method, string? chat)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            var index = _planned.FindIndex(plan => plan.Fits(method, chat));
            if (index < 0)
            {
                return null;
            }

            var plan = _planned[index];
            if (plan.Count > 1)
            {
                _planned[index] = plan with { Count = plan.Count - 1 };
            }
            else
            {
                _planned.RemoveAt(index);
                _any = _planned.Count > 0;
            }

            return plan.Fault;
        }
    }

    private void Add(Planned plan)
    {
        lock (_gate)
        {
            _planned.Add(plan);
            _any = true;
        }
    }

    private sealed record Planned(string Method, int Count, long? Chat, TelegramFault Fault)
    {
        public bool Fits(string method, string? chat) =>
            (Method == "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            && (Chat is null || chat == Chat.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>One way to go wrong.</summary>
internal abstract record TelegramFault
{
    public sealed record Refuse(TelegramRefusal Refusal) : TelegramFault;

    public sealed record Drop(bool Afterwards) : TelegramFault;

    public sealed record Hold(Task Until) : TelegramFault;

    public sealed record Garble(int Status) : TelegramFault;
}
