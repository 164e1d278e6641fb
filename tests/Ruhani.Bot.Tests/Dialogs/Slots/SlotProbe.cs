using System.Globalization;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Dialogs.Slots;

/// <summary>
/// Dialogs of one question each, which say back what they took. It is Monday, 1 February 2027, 9:00.
/// </summary>
public sealed class SlotProbe : IDisposable
{
    private static readonly string[] Slots =
    [
        "type: date", "type: date, within_days: 0", "type: date, not_past: true", "type: date, within_days: 30",
        "type: time", "type: moment", "type: moment, not_past: true", "type: period", "type: period, max: 7",
        "type: period, not_past: true", "type: number", "type: number, min: 10", "type: number, max: 10",
        "type: phone", "type: person", "type: yes_no", "type: text", "type: place",
    ];

    private readonly ContentFiles _files = new();
    private readonly TestBot _bot;
    private int _chats;

    public SlotProbe()
    {
        for (var slot = 0; slot < Slots.Length; slot++)
        {
            _files.Write(
                $"dialogs/probe{slot}/probe{slot}.dialog.yaml",
                $$"""
                dialog: probe{{slot}}
                version: 1
                starts_on: { command: /probe{{slot}} }
                slots: { given: { {{Slots[slot]}} } }
                start: ask
                states:
                  ask: { ask: ask, fills: given, on: { filled: told } }
                  told: { say: told, ends: true }
                """);
            foreach (var folder in (string[])["kk", "ru"])
            {
                _files.Write(
                    $"localization/{folder}/texts/probe{slot}.yaml",
                    "title: Сынақ\nask: Сынақ\ngiven-label: Сынақ\ntold: \"= {given}\"\n");
            }
        }

        _bot = new TestBot(folder: _files.Folder);
    }

    /// <summary>What the bot says to a person's first answer; what they say further goes to the same chat.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> AnswerAsync(string slot, string language, string answer)
    {
        _bot.Hint = language;
        _chats++;
        var number = Array.IndexOf(Slots, slot).ToString(CultureInfo.InvariantCulture);
        await _bot.CommandAsync("probe" + number, chat: Chat);
        return await SayAsync(answer);
    }

    /// <summary>What the bot says to one more answer.</summary>
    public Task<IReadOnlyList<OutboxMessage>> SayAsync(string answer) => _bot.SayAsync(answer, Chat);

    /// <summary>What the bot says to the press of a button.</summary>
    public Task<IReadOnlyList<OutboxMessage>> PressAsync(string token) => _bot.PressAsync(token, Chat);

    public void Dispose()
    {
        _bot.Dispose();
        _files.Dispose();
    }

    private string Chat => _chats.ToString(CultureInfo.InvariantCulture);
}
