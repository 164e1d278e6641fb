using Microsoft.Extensions.Logging;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Registers the commands Telegram shows beside the input field, per language and scope.</summary>
internal sealed class TelegramCommandMenu(
    TelegramWire wire, ICommandCatalog catalog, ILogger<TelegramCommandMenu> logger)
{
    private const int MaxCommands = 100;
    private const int MaxDescription = 256;

    /// <summary>What is of use where several people read along.</summary>
    private static readonly HashSet<string> _groupCommands =
        new(["ask", "glossary", "projects", "events", "help"], StringComparer.Ordinal);

    /// <summary>Registers all lists; what fails is a warning, since people can type commands all the same.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        // Clients in any other language get the state language's list.
        (string? Code, Language Language)[] lists =
            [(null, Language.Kazakh), .. Languages.All.Select(language => ((string?)language.Code(), language))];
        try
        {
            foreach (var (code, language) in lists)
            {
                var all = List(language, Script.Cyrillic);
                var group = all.Where(command => _groupCommands.Contains(command.Command)).ToArray();
                await SetAsync(all, BotCommandScope.Default(), code, cancellationToken).ConfigureAwait(false);
                await SetAsync(all, BotCommandScope.AllPrivateChats(), code, cancellationToken).ConfigureAwait(false);
                await SetAsync(group, BotCommandScope.AllGroupChats(), code, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (RequestException fault)
        {
            logger.LogWarning("Telegram did not take the command menu: {Reason}", fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug("The command menu was not registered to the end");
        }
    }

    /// <summary>
    /// Shows one chat a menu of its own: for somebody of the office what their roles allow, in the language the bot
    /// speaks there; for whoever reads Kazakh in Latin, of which Telegram knows nothing, those letters. The chat loses
    /// it when the common one will do. What fails is a warning.
    /// </summary>
    public async Task ShowAsync(ChatId chat, string tag, CancellationToken cancellationToken)
    {
        if (CommandMenu.Parse(tag) is not { } menu)
        {
            logger.LogWarning("There is no command menu {Tag}", tag);
            return;
        }

        var scope = BotCommandScope.Chat(chat);
        try
        {
            await (menu.IsCommon
                ? wire.Client.DeleteMyCommands(scope, cancellationToken: cancellationToken)
                : SetAsync(List(menu.Language, menu.Script, menu.Roles), scope, code: null, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (RequestException fault)
        {
            logger.LogWarning("Telegram did not take a chat's command menu: {Reason}", fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug("A chat's command menu was not changed");
        }
    }

    private BotCommand[] List(Language language, Script script, IReadOnlyList<Role>? roles = null) =>
    [
        .. catalog.Commands(language, script, roles is null ? null : [Role.Citizen, .. roles])
            .Take(MaxCommands).Select(ToBotCommand),
    ];

    private static BotCommand ToBotCommand(CommandText command) => new(
        command.Name,
        command.Description.Length <= MaxDescription ? command.Description : command.Description[..MaxDescription]);

    private Task SetAsync(
        BotCommand[] commands, BotCommandScope scope, string? code, CancellationToken cancellationToken) =>
        commands.Length == 0
            ? Task.CompletedTask
            : wire.Client.SetMyCommands(commands, scope, code, cancellationToken);
}
