using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;

namespace Ruhani.Bot.Testing.Channels;

/// <summary>
/// The files people send in tests: the bytes that were put here, else some of the kind the attachment is said to be,
/// other ones for each id.
/// </summary>
public sealed class SentFiles(string channel) : IFileSource
{
    private readonly Dictionary<string, FileFetch> _answers = [];

    public string Channel => channel;

    /// <summary>What is behind the id.</summary>
    public void Put(string id, byte[] bytes) => _answers[id] = new FileFetch.Fetched(new MemoryStream(bytes), null);

    /// <summary>What the network says to the id.</summary>
    public void Put(string id, FileFetch answer) => _answers[id] = answer;

    public Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        if (_answers.TryGetValue(file.Id, out var answer))
        {
            return Task.FromResult(answer is FileFetch.Fetched { Content: MemoryStream bytes }
                ? new FileFetch.Fetched(new MemoryStream(bytes.ToArray()), bytes.Length)
                : answer);
        }

        byte[] head = file.MediaType switch
        {
            "image/jpeg" => [0xFF, 0xD8, 0xFF, 0xE0],
            "application/pdf" => [.. "%PDF-1.7\n"u8],
            _ => [.. "OggS"u8],
        };
        byte[] made = [.. head, .. Encoding.UTF8.GetBytes(file.Id)];
        return Task.FromResult<FileFetch>(new FileFetch.Fetched(new MemoryStream(made), made.Length));
    }
}
