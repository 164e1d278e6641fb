using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Testing.Logo;

/// <summary>People with roles and requests that are there already, for tests that begin after them.</summary>
public static class LogoOffice
{
    /// <summary>Gives somebody a role.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="who">The chat.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">The region; 0 for the whole country.</param>
    /// <param name="name">The name colleagues see.</param>
    /// <param name="language">The language the person has chosen; null for none.</param>
    public static Task HireAsync(
        this TestBot bot, string who, Role role, int region, string name, string? language = null) =>
        bot.ChangeAsync(who, person => person with
        {
            Language = language ?? person.Language,
            Membership = (person.Membership ?? new Membership { Name = name, Home = "telegram:" + who }) with
            {
                Region = region,
                Roles = [.. (person.Membership?.Roles ?? []).Append(role)],
            },
        });

    /// <summary>Somebody's roles are suspended.</summary>
    public static Task DismissAsync(this TestBot bot, string who) => bot.ChangeAsync(
        who, person => person with { Membership = person.Membership! with { IsSuspended = true } });

    /// <summary>Somebody has chosen a language and accepted the consent text.</summary>
    public static Task WelcomeAsync(this TestBot bot, string who, string language) =>
        bot.ChangeAsync(who, person => person with
        {
            Language = person.Language ?? language,
            ConsentVersion = bot.Content.Current.Texts.Label(Language.Kazakh, "consent.version"),
        });

    /// <summary>Somebody of the office is away.</summary>
    public static Task LeaveAsync(this TestBot bot, string who, DateOnly from, DateOnly to, string deputy) =>
        bot.ChangeAsync(who, person => person with
        {
            Membership = person.Membership! with { Absence = new Absence(from, to, "telegram:" + deputy) },
        });

    /// <summary>Somebody submits a request; everybody's news of it are due.</summary>
    /// <returns>The request.</returns>
    public static async Task<LogoRequest> RequestAsync(
        this TestBot bot, string who, LogoFacts facts, int region = 1, string language = "ru")
    {
        var address = "telegram:" + who;
        var draft = LogoRequest.Draft(address, language, facts.Organiser, region, facts);
        return await bot.WriteAsync(() => bot.Get<LogoDesk>().SubmitAsync(
            draft, LogoActor.Requester(address), bot.Time.GetUtcNow(), CancellationToken.None));
    }

    /// <summary>Somebody does something to a request, with everybody's news of it.</summary>
    /// <returns>The request as it is then.</returns>
    public static Task<LogoRequest> ActAsync(this TestBot bot, string number, LogoAct act, LogoActor actor) =>
        bot.WriteAsync(() => bot.Get<LogoDesk>().ActAsync(
            number, act, actor, bot.Time.GetUtcNow(), CancellationToken.None));

    private static async Task<LogoRequest> WriteAsync(this TestBot bot, Func<Task<LogoDeskResult>> ask)
    {
        var result = await ask();
        var done = result.Outcome as LogoOutcome.Done
            ?? throw new InvalidOperationException($"It was not done: {result.Outcome}");
        var now = bot.Time.GetUtcNow();
        var news = await bot.Get<LogoNews>().WritesAsync(
            $"test:{done.Request.Number}.{done.Request.Audit.Count}",
            done,
            now,
            bot.Content.Current.Calendar,
            CancellationToken.None);
        var outcome = await bot.Store.CommitAsync(
            new Commit { At = now, Documents = [.. result.Writes, .. news] }, CancellationToken.None);
        return outcome == CommitOutcome.Committed
            ? done.Request
            : throw new InvalidOperationException($"The commit ended as {outcome}.");
    }

    private static async Task ChangeAsync(this TestBot bot, string who, Func<Person, Person> change)
    {
        var address = new ConversationKey("telegram", who).ToString();
        var stored = await bot.Store.FindAsync(DocumentKind.Person, address, CancellationToken.None);
        var person = change(stored is null
            ? new Person()
            : JsonSerializer.Deserialize(stored.Json, StateJson.Stored.Person)!);
        await bot.Store.CommitAsync(
            new Commit
            {
                At = bot.Time.GetUtcNow(),
                Documents =
                [
                    new DocumentWrite(new StoredDocument(
                        DocumentKind.Person,
                        address,
                        (stored?.Version ?? 0) + 1,
                        JsonSerializer.Serialize(person, StateJson.Stored.Person),
                        person.Membership is null ? null : RoleBook.Group)),
                ],
            },
            CancellationToken.None);
    }
}
