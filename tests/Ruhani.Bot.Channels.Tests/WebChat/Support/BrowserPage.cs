using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>A page in the browser and what went wrong on it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _hosts = new();

    private BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue(message.Text);
            }
        };
        page.Request += (_, request) => _hosts.Enqueue(new Uri(request.Url).Host);
    }

    public IPage Page { get; }

    /// <summary>Script errors and messages of the console.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Every host that something was asked of.</summary>
    public IEnumerable<string> Hosts => _hosts.Where(host => host.Length > 0).Distinct();

    public static async Task<BrowserPage> OpenAsync(IBrowserContext context) =>
        new(context, await context.NewPageAsync());

    public ILocator Message(string text) => Page.Locator("article", new() { HasText = text });

    public async Task SayAsync(string text)
    {
        await Page.Locator("#input").FillAsync(text);
        await Page.Locator("#input").PressAsync("Enter");
    }

    /// <summary>Takes a picture when the variable SCREENSHOTS names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
