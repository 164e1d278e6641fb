using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Fetches files of Bot Framework conversations: only from the service that the conversation's replies go to, because
/// the address stands in the activity and our token goes along.
/// </summary>
internal sealed class ServiceFileSource(
    ServiceAddresses addresses, ConnectorTokens tokens, IHttpClientFactory clients) : IFileSource
{
    public string Channel => BotFrameworkChannel.ChannelName;

    public async Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        var service = await addresses.FindAsync(conversation.Chat, cancellationToken);
        if (service is null || !Uri.TryCreate(file.Id, UriKind.Absolute, out var address)
            || !IsOfService(address, new Uri(service.Url)))
        {
            return new FileFetch.Refused("not a file of the conversation's own service");
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (await tokens.GetAsync(cancellationToken) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            using var client = clients.CreateClient(BotFrameworkChannel.ChannelName);
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(answer, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new FileFetch.Unavailable(e.GetType().Name);
        }
    }

    private static bool IsOfService(Uri address, Uri service) =>
        address.Scheme == service.Scheme && address.Authority == service.Authority && address.UserInfo.Length == 0;

    private static async Task<FileFetch> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return new FileFetch.Fetched(
                await ResponseStream.OpenAsync(answer, cancellationToken), answer.Content.Headers.ContentLength);
        }

        using (answer)
        {
            return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                ? new FileFetch.Expired()
                : new FileFetch.Unavailable($"HTTP {(int)answer.StatusCode}");
        }
    }
}
