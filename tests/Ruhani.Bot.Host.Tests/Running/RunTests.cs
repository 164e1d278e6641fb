using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ruhani.Bot.Host.Tests.Running;

public sealed class RunTests
{
    [Fact]
    public async Task With_no_settings_it_serves_the_web_chat_and_stops_cleanly()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri(host.Url) };
        var token = TestContext.Current.CancellationToken;

        Assert.Contains("<!doctype html>", await client.GetStringAsync("/", token), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("ok", await client.GetStringAsync("/health/live", token));
        Assert.Equal("ok", await client.GetStringAsync("/health/ready", token));
        var metrics = await client.GetStringAsync("/metrics", token);
        Assert.Contains("ruhani_outbox_waiting 0", metrics);
        Assert.Contains("process_working_set_bytes", metrics);
        Assert.True(File.Exists(folder.In("data", "ruhani.db")));
        Assert.Equal(0, await host.StopAsync());
        Assert.DoesNotContain("Exception", host.Output);
    }

    [Fact]
    public async Task Metrics_are_not_given_to_whoever_comes_through_a_proxy()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri(host.Url) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        var response = await client.GetAsync(
            new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_second_host_on_the_same_store_is_told_so()
    {
        using var folder = new TempFolder();
        await using var first = await HostProcess.StartAsync(folder.Path);

        var (code, output, errors) = await HostProcess.RunAsync(folder.Path, ["run", "--Urls=http://127.0.0.1:0"]);

        Assert.Equal(1, code);
        Assert.Contains("ruhani.db", errors);
        Assert.DoesNotContain("   at ", errors + output);
    }

    [Fact]
    public async Task An_address_in_use_is_one_clear_line()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        await using var first = await HostProcess.StartAsync(folder.Path);

        var (code, output, errors) = await HostProcess.RunAsync(other.Path, ["run", $"--Urls={first.Url}"]);

        Assert.Equal(1, code);
        Assert.StartsWith("Urls: ", errors);
        Assert.DoesNotContain("   at ", errors + output);
    }

    [Fact]
    public async Task A_body_that_never_comes_is_given_up_and_leaves_no_stack_trace_in_the_log()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        var token = TestContext.Current.CancellationToken;
        using var line = new TcpClient();
        var address = new Uri(host.Url);
        await line.ConnectAsync(address.Host, address.Port, token);
        var stream = line.GetStream();
        const string head = "POST /webchat/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        using var answer = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 408", await answer.ReadToEndAsync(token));
        Assert.Equal(0, await host.StopAsync());
        Assert.DoesNotContain("   at ", host.Output);
    }
}
