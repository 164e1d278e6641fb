using System.Text;

namespace Ruhani.Bot.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_document_is_read_back_as_written()
    {
        var written = Document("telegram:1", 1, """{"slots":{"city":"Өскемен"}}""", "открыт", -5);
        Assert.Null(await FindAsync("telegram:1"));

        Assert.Equal(CommitOutcome.Committed, await CommitAsync(Write(written)));

        Assert.Equal(written, await FindAsync("telegram:1"));
        Assert.Null(await FindAsync("telegram:1", DocumentKind.Person));
        await RestartAsync();
        Assert.Equal(written, await FindAsync("telegram:1"));
    }

    [Fact]
    public async Task Large_Cyrillic_text_survives()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 40_000; i++)
        {
            text.Append("әғқңөұүһі ЫЪ\n\"\\\u0001😀"[i % 16]);
        }

        var json = System.Text.Json.JsonSerializer.Serialize(new string('ұ', 300_000));
        await CommitAsync(Write(Document("big", 1, json), Document("odd", 1, text.ToString(0, 39_999))));

        await RestartAsync();
        Assert.Equal(json, (await FindAsync("big"))!.Json);
        Assert.Equal(text.ToString(0, 39_999), (await FindAsync("odd"))!.Json);
    }

    [Theory]
    [InlineData("webchat:AbC", "webchat:aBc")]
    [InlineData("ағаш", "Ағаш")]
    [InlineData("tg-1", "tg1")]
    [InlineData("a", "a ")]
    [InlineData("\u00e9", "e\u0301")]
    public async Task Ids_are_compared_byte_by_byte(string one, string other)
    {
        await CommitAsync(Write(Document(one, 1, "1"), Document(other, 1, "2")));
        await RestartAsync();
        Assert.Equal("1", (await FindAsync(one))!.Json);
        Assert.Equal("2", (await FindAsync(other))!.Json);
        Assert.Equal(2, (await Store.ListAsync(new DocumentQuery(DocumentKind.Conversation), Cancelled)).Count);
    }

    [Fact]
    public async Task Empty_strings_and_spaces_are_kept_exactly()
    {
        await CommitAsync(Write(Document(" x ", 1, "", "", 1), Document("y", 1, "  {}  ", "  g ", 2)));
        await RestartAsync();
        Assert.Equal(Document(" x ", 1, "", "", 1), await FindAsync(" x "));
        Assert.Equal(Document("y", 1, "  {}  ", "  g ", 2), await FindAsync("y"));
        Assert.Null(await FindAsync("x"));
        var page = await Store.ListAsync(new DocumentQuery(DocumentKind.Conversation, ""), Cancelled);
        Assert.Equal(" x ", Assert.Single(page).Id);
    }

    [Fact]
    public async Task The_longest_ids_and_groups_are_taken()
    {
        var id = new string('ұ', 200);
        await CommitAsync(Write(Document(id, 1, "1", new string('ы', 200), 7)));
        await RestartAsync();
        var query = new DocumentQuery(DocumentKind.Conversation, new string('ы', 200));
        Assert.Equal(id, Assert.Single(await Store.ListAsync(query, Cancelled)).Id);
        Assert.NotNull(await FindAsync(id));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task A_new_document_must_have_version_one(long version)
    {
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(Write(Document("a", version))));
        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task A_document_somebody_else_changed_is_a_conflict()
    {
        await CommitAsync(Write(Document("a", 1, "1")));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(Write(Document("a", 2, "2"))));
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(Write(Document("a", 2, "x"))));
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(Write(Document("a", 1, "x"))));
        await RestartAsync();
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(Write(Document("a", 2, "x"))));
        Assert.Equal("2", (await FindAsync("a"))!.Json);
    }

    [Fact]
    public async Task A_document_is_removed_only_at_the_version_that_was_read()
    {
        await CommitAsync(Write(Document("a"), Document("b")));
        await CommitAsync(Write(Document("a", 2)));
        Assert.Equal(CommitOutcome.Conflict, await DeleteAsync(Document("a", 1)));
        Assert.Equal(CommitOutcome.Committed, await DeleteAsync(Document("a", 2)));
        Assert.Equal(CommitOutcome.Conflict, await DeleteAsync(Document("a", 2)));
        Assert.Null(await FindAsync("a"));
        await RestartAsync();
        Assert.Null(await FindAsync("a"));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(Write(Document("a", 1, "again"))));
        Assert.Equal(CommitOutcome.Committed, await DeleteAsync(Document("b")));
        await RestartAsync();
        Assert.Equal("again", (await FindAsync("a"))!.Json);
        Assert.Single(await Store.ListAsync(new DocumentQuery(DocumentKind.Conversation), Cancelled));
    }

    [Fact]
    public async Task A_conflict_leaves_nothing_written()
    {
        var commit = Write(Document("new"), Document("missing", 5)) with
        {
            ActivityId = "telegram:7",
            Messages = [Message("m", Alice, TimeSpan.FromMinutes(1))],
        };
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(commit));

        Assert.Null(await FindAsync("new"));
        Assert.Empty(await ClaimAsync(TimeSpan.FromHours(1)));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(new Commit { At = Start, ActivityId = "telegram:7" }));
    }

    [Fact]
    public async Task Lists_page_by_sort_then_id_and_lose_nothing_at_an_edge()
    {
        foreach (var n in Enumerable.Range(0, 50).Select(n => n * 37 % 50))
        {
            await CommitAsync(Write(
                Document($"id{n:00}", 1, "{}", n % 2 == 0 ? "even" : "odd", n / 7 - 3),
                Document($"p{n}", 1, "{}", "even", n, DocumentKind.Person)));
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(n => $"id{n:00}"), await PageAsync(null, 7));
        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"id{n * 2:00}"), await PageAsync("even", 4));
        await RestartAsync();
        Assert.Equal(Enumerable.Range(0, 50).Select(n => $"id{n:00}"), await PageAsync(null, 7));
        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"id{n * 2 + 1:00}"), await PageAsync("odd", 1000));
        Assert.Empty(await PageAsync("eve", 10));
    }

    [Fact]
    public async Task Lists_follow_changes_of_group_and_sort()
    {
        await CommitAsync(Write(Document("a", 1, "1", "open", 1), Document("b", 1, "1", "open", 2)));
        await RestartAsync();
        await CommitAsync(Write(Document("a", 2, "2", "done", 9), Document("b", 2, "2", "open", 0)));
        await CommitAsync(Write(Document("c", 1, "1", "open", -1)));
        Assert.Equal(["c", "b"], await PageAsync("open", 10));
        Assert.Equal(["a"], await PageAsync("done", 10));
        await DeleteAsync(Document("b", 2));
        await RestartAsync();
        Assert.Equal(["c"], await PageAsync("open", 10));
        Assert.Equal(["c", "a"], await PageAsync(null, 10));
    }

    [Fact]
    public async Task A_list_after_a_sort_alone_starts_behind_it()
    {
        await CommitAsync(Write(Document("a", sort: 1), Document("b", sort: 1), Document("c", sort: 2)));
        var query = new DocumentQuery(DocumentKind.Conversation, AfterSort: 1);
        Assert.Equal("c", Assert.Single(await Store.ListAsync(query, Cancelled)).Id);
    }

    private Task<CommitOutcome> DeleteAsync(StoredDocument document) =>
        CommitAsync(new Commit { At = Start, Documents = [new DocumentWrite(document, Delete: true)] });

    private async Task<List<string>> PageAsync(string? group, int limit)
    {
        var all = new List<string>();
        var query = new DocumentQuery(DocumentKind.Conversation, group, Limit: limit);
        while (await Store.ListAsync(query, Cancelled) is { Count: > 0 } page)
        {
            all.AddRange(page.Select(d => d.Id));
            query = query with { AfterSort = page[^1].Sort, AfterId = page[^1].Id };
        }

        return all;
    }
}
