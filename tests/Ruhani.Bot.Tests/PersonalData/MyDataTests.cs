using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.PersonalData;

/// <summary>People see and get all that is kept about them, and nothing of anybody else.</summary>
public sealed class MyDataTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task The_file_holds_what_was_given_by_names_people_read()
    {
        await _bot.SayAsync("Сколько стоит билет в музей?");
        await GiveOpinionAsync("1", "Отвечает быстро, спасибо");
        var file = await ExportAsync("1");
        Assert.Equal("Сколько стоит билет в музей?", Value(file, "Вопросы без ответа", "Текст"));
        Assert.Equal("Отвечает быстро, спасибо", Value(file, "Отзывы с телефоном", "Текст"));
        Assert.Equal("+7 701 123 45 67", Value(file, "Отзывы с телефоном", "Телефон"));
        Assert.Equal("1", Value(file, "Согласие", "Редакция согласия"));
        Assert.Equal("telegram:1", Value(file, "Адрес и язык", "Адрес"));
    }

    [Fact]
    public async Task The_file_holds_an_unfinished_form_with_its_answers()
    {
        await _bot.CommandAsync("feedback");
        await _bot.SayAsync("О другом");
        var file = await ExportAsync("1");
        Assert.Equal("О другом", Value(file, "Незаконченное", _bot.Content.Current.Texts.Label(
            Bot.Texts.Language.Russian, "feedback.about-label")));
    }

    [Fact]
    public async Task Nobody_sees_what_others_gave()
    {
        await GiveOpinionAsync("1", "Это мнение первого человека");
        await _bot.SayAsync("Сколько стоит билет в музей?");
        Assert.DoesNotContain("билет", (await _bot.CommandAsync("mydata", chat: "2")).AllText(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("первого", (await ExportAsync("2")).RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_address_is_the_same_person()
    {
        await _bot.SayAsync("Сколько стоит билет в музей?");
        var person = await _bot.PersonAsync();
        Assert.NotNull(person);
        await PutPersonAsync("telegram:2", new Person { LinkedTo = "telegram:1" });
        Assert.Contains("билет", (await _bot.CommandAsync("mydata", chat: "2")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_sees_role_codes_and_audit()
    {
        await _bot.CommandAsync("link");
        await PutPersonAsync("telegram:5", new Person
        {
            Language = "ru",
            Membership = new Membership { Name = "Айдар Омаров", Home = "telegram:5", Roles = [Role.Approver] },
        });
        await _bot.CommandAsync("link", chat: "5");
        var shown = (await _bot.CommandAsync("mydata", chat: "5")).AllText();
        Assert.Contains("Айдар Омаров, Согласующий", shown, StringComparison.Ordinal);
        Assert.Contains("связать чаты", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nothing_is_told()
    {
        var said = await _bot.SendAsync(
            new CommandActivity
            {
                Id = "",
                Conversation = default,
                From = default!,
                At = default,
                Name = "mydata",
                Payload = "",
                IsGroup = true,
            },
            "-100");
        Assert.Contains("в личном чате", said.AllText(), StringComparison.Ordinal);
    }

    private async Task PutPersonAsync(string address, Person person) => await _bot.Store.CommitAsync(
        new Commit
        {
            At = _bot.Time.GetUtcNow(),
            Documents =
            [
                new DocumentWrite(new StoredDocument(
                    DocumentKind.Person,
                    address,
                    1,
                    JsonSerializer.Serialize(person, StateJson.Stored.Person),
                    person.Membership is null ? null : RoleBook.Group)),
            ],
        },
        TestContext.Current.CancellationToken);

    private async Task GiveOpinionAsync(string chat, string words)
    {
        await _bot.CommandAsync("feedback", chat: chat);
        foreach (var answer in new[] { "О другом", words, "Пропустить", "+7 701 123 45 67", "да", "Отправить" })
        {
            await _bot.SayAsync(answer, chat);
        }
    }

    private async Task<JsonDocument> ExportAsync(string chat)
    {
        await _bot.CommandAsync("mydata", chat: chat);
        var sent = Assert.Single(await _bot.SayAsync("Скачать файлом", chat), message => message.File is not null);
        Assert.Equal("мои-данные.json", sent.File!.File.Name);
        Assert.False(sent.File.AsPicture);
        var content = await _bot.Files.OpenAsync(sent.File.File.Id, TestContext.Current.CancellationToken);
        return await JsonDocument.ParseAsync(content!, default, TestContext.Current.CancellationToken);
    }

    private static string? Value(JsonDocument file, string kind, string label) =>
        file.RootElement.GetProperty(kind)[0].GetProperty(label).GetString();
}
