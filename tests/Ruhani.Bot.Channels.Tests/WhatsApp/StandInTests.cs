using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>The stand-in is as strict as the real server.</summary>
public sealed class StandInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Refused() => new()
    {
        { """{"type":"text","text":{"body":"a"},"to":"7701000000"}""", 100 },
        { """{"messaging_product":"whatsapp","type":"text","text":{"body":"a"}}""", 131008 },
        { Body("""{"type":"text","text":{"body":"a"}}""", to: "KZ.1"), 131009 },
        { Body("""{"type":"text","text":{"body":""}}"""), 131009 },
        { Body($$"""{"type":"text","text":{"body":"{{new string('a', 4097)}}"} }"""), 131009 },
        { Body("""{"type":"text","text":{"body":"a","colour":"red"}}"""), 100 },
        { Body("""{"type":"text"}"""), 131008 },
        { Body("""{"type":"poll","poll":{}}"""), 131051 },
        { Body("""{"type":"image","image":{"id":"1"}}"""), 131009 },
        { Body("""{"type":"template","template":{"name":"none","language":{"code":"kk"}}}"""), 132001 },
        { Body("""{"type":"template","template":{"name":"news","language":{"code":"kk_KZ"}}}"""), 132001 },
        { Body("""{"type":"template","template":{"name":"news","language":{"code":"kk"}}}"""), 132000 },
        { Template("екі\\nжол"), 132012 },
        { Template(new string('a', 1020)), 132005 },
        { Buttons(4), 131009 },
        { Buttons(0), 131009 },
        { Buttons(1, title: new string('a', 21)), 131009 },
        { Buttons(1, id: new string('a', 257)), 131009 },
        { Buttons(2, title: "same"), 131009 },
        { Buttons(1, body: new string('a', 1025)), 131009 },
        { List(11), 131009 },
        { List(1, label: new string('a', 21)), 131009 },
        { List(1, title: new string('a', 25)), 131009 },
        { List(1, description: new string('a', 73)), 131009 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_request_is_refused_with_its_code(string body, int code)
    {
        await using var server = await WhatsAppServer.StartAsync(cancellationToken: Cancel);
        server.Templates.Approve("news", "kk", "Жаңалық: {{1}}.");
        var (status, answer) = await PostAsync(server, body);
        Assert.InRange((int)status, 400, 404);
        Assert.Equal(code, (int)answer["error"]!["code"]!);
        Assert.Equal("OAuthException", (string?)answer["error"]!["type"]);
        Assert.NotNull(answer["error"]!["error_data"]!["details"]);
        Assert.False(server.HasSent);
    }

    [Fact]
    public async Task A_right_request_is_accepted()
    {
        await using var server = await WhatsAppServer.StartAsync(cancellationToken: Cancel);
        foreach (var body in new[] { Buttons(3), List(10), Body("""{"type":"text","text":{"body":"a"}}""") })
        {
            var (status, answer) = await PostAsync(server, body);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("accepted", (string?)answer["messages"]![0]!["message_status"]);
        }
    }

    [Theory]
    [InlineData("wrong", "100200300400", HttpStatusCode.Unauthorized, 190)]
    [InlineData("stand-in-token", "1", HttpStatusCode.BadRequest, 100)]
    public async Task A_wrong_token_or_number_is_refused(string token, string number, HttpStatusCode status, int code)
    {
        await using var server = await WhatsAppServer.StartAsync(cancellationToken: Cancel);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.PostAsJsonAsync(
            new Uri($"{server.ApiUrl}/{number}/messages"), JsonNode.Parse("{}"), Cancel);
        Assert.Equal(status, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        Assert.Equal(code, (int)answer!["error"]!["code"]!);
    }

    [Fact]
    public async Task Files_go_up_come_down_and_expire()
    {
        var time = new FakeTimeProvider();
        await using var server = await WhatsAppServer.StartAsync(new WhatsAppServerSettings { Time = time }, Cancel);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Settings.AccessToken);
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "\"messaging_product\"" },
            { file, "\"file\"", "\"лого.png\"" },
        };
        using var up = await http.PostAsync(
            new Uri($"{server.ApiUrl}/{server.Settings.PhoneNumberId}/media"), form, Cancel);
        var id = (string)(await up.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!;

        var media = new Uri($"{server.ApiUrl}/{id}");
        var address = new Uri((string)(await http.GetFromJsonAsync<JsonObject>(media, Cancel))!["url"]!);
        Assert.Equal([1, 2, 3], await http.GetByteArrayAsync(address, Cancel));
        time.Advance(TimeSpan.FromMinutes(5));
        using var late = await http.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        time.Advance(TimeSpan.FromDays(30));
        using var gone = await http.GetAsync(media, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, gone.StatusCode);
    }

    private static string Body(string json, string to = "77010000001") =>
        $$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"{{to}}",""" + json[1..];

    private static string Template(string text) => Body($$"""
        {"type":"template","template":{"name":"news","language":{"code":"kk"},
         "components":[{"type":"body","parameters":[{"type":"text","text":"{{text}}"}]}]} }
        """);

    private static string Buttons(int count, string? title = null, string? id = null, string body = "?")
    {
        var buttons = Enumerable.Range(1, count).Select(i =>
            $$$"""{"type":"reply","reply":{"id":"{{{id ?? $"{i}"}}}","title":"{{{title ?? $"T{i}"}}}"} }""");
        return Body($$$"""
            {"type":"interactive","interactive":{"type":"button","body":{"text":"{{{body}}}"},
             "action":{"buttons":[{{{string.Join(',', buttons)}}}]} } }
            """);
    }

    private static string List(int count, string label = "L", string? title = null, string description = "")
    {
        var rows = Enumerable.Range(1, count).Select(i =>
            $$"""{"id":"{{i}}","title":"{{title ?? $"T{i}"}}","description":"{{description}}" }""");
        return Body($$$"""
            {"type":"interactive","interactive":{"type":"list","body":{"text":"?"},
             "action":{"button":"{{{label}}}","sections":[{"rows":[{{{string.Join(',', rows)}}}]}]} } }
            """);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> PostAsync(WhatsAppServer server, string body)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Settings.AccessToken);
        using var response = await http.PostAsJsonAsync(
            new Uri($"{server.ApiUrl}/{server.Settings.PhoneNumberId}/messages"), JsonNode.Parse(body), Cancel);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!);
    }
}
