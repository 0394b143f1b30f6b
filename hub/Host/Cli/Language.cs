using System.CommandLine;
using System.Globalization;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Cli;

/// <summary>Chooses the language of messages: <c>--lang</c>, else what the shell says (LC_ALL, LC_MESSAGES, LANG).</summary>
public static class Language
{
    private const string Name = "--lang";

    private static readonly string[] ShellVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Option<string> Option(Words words)
    {
        var option = new Option<string>(Name) { Description = words["cli.lang"], Recursive = true };
        option.AcceptOnlyFromAmong("en", "fr");
        return option;
    }

    /// <summary>Known before parsing, because the help texts are in that language too.</summary>
    public static Words Of(string[] args)
    {
        var at = Array.FindIndex(args, a => a == Name || a.StartsWith(Name + "=", StringComparison.Ordinal));
        var said = at < 0 ? null : args[at].Length > Name.Length ? args[at][(Name.Length + 1)..] : args.ElementAtOrDefault(at + 1);
        var words = Words.Of(said ?? FromShell());
        CultureInfo.CurrentUICulture = words.Culture;
        return words;
    }

    private static string? FromShell() => ShellVariables
        .Select(Environment.GetEnvironmentVariable)
        .FirstOrDefault(v => !string.IsNullOrEmpty(v));
}
