using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Logo;

/// <summary>Checks what no single setting shows: that the steps follow one another.</summary>
public sealed class LogoOptionsValidator : IValidateOptions<LogoOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LogoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new List<string>();
        if (options.DeputyAfterDays < options.RemindAfterDays)
        {
            errors.Add($"Logo:DeputyAfterDays holds '{options.DeputyAfterDays}'; "
                + $"it should not be below Logo:RemindAfterDays, {options.RemindAfterDays}");
        }

        if (options.HeadAfterDays < options.DeputyAfterDays)
        {
            errors.Add($"Logo:HeadAfterDays holds '{options.HeadAfterDays}'; "
                + $"it should not be below Logo:DeputyAfterDays, {options.DeputyAfterDays}");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
