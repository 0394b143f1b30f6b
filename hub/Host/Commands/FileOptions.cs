using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options that several commands on files share.</summary>
public static class FileOptions
{
    private const string Registry = "registry";

    /// <summary>Where results go that nobody wants: several may.</summary>
    private const string NowhereAtAll = "/dev/null";

    public static Argument<FileInfo> File(Words words)
    {
        var file = new Argument<FileInfo>("FILE") { Description = words["cli.file"] };
        file.AcceptExistingOnly();
        file.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Directory.Exists(token.Value))
            {
                result.AddError(words["cli.folder", token.Value]);
            }
            else if (result.Tokens is [var named] && IsPacked(named.Value))
            {
                result.AddError(words["cli.workbook", named.Value]);
            }
        });
        return file;
    }

    /// <summary>A file, or the word <c>registry</c>, or nothing, which is the registry too.</summary>
    public static Argument<FileInfo> FileOrRegistry(Words words)
    {
        var file = File(words);
        file.Arity = ArgumentArity.ZeroOrOne;
        file.Description = words["train.file"];
        Action<ArgumentResult>[] ofFiles = [.. file.Validators];
        file.Validators.Clear();
        file.Validators.Add(result =>
        {
            foreach (var check in result.Tokens is [var word] && IsRegistry(word.Value) ? [] : ofFiles)
            {
                check(result);
            }
        });
        return file;
    }

    /// <summary>Whether an argument is that word and no file of this name.</summary>
    public static bool IsRegistry(string argument) => argument == Registry && !System.IO.File.Exists(argument);

    public static Option<string?> Mapping(Words words) => new("--mapping") { Description = words["cli.mapping"], HelpName = "M" };

    public static Option<string?> Model(Words words) => new("--model") { Description = words["cli.model"], HelpName = "M" };

    public static Option<FileInfo?> Columns(Words words) => new("--columns") { Description = words["cli.columns"], HelpName = "FILE" };

    /// <exception cref="UsageException">No such file.</exception>
    /// <exception cref="Connectors.Abstractions.Documents.DocumentException">It says what no column can be.</exception>
    public static ColumnsDocument ReadColumns(FileInfo? file, Words words) => file switch
    {
        null => ColumnsDocument.Empty,
        { Exists: true } => ColumnsDocument.Parse(System.IO.File.ReadAllText(file.FullName), file.Name),
        _ => throw new UsageException(words["columns.no-file", file.FullName]),
    };

    /// <summary>What a command writes must be none of the files it reads, nor two results in one: that would be lost.</summary>
    public static void KeepInputs(Command command, Words words, params Option<FileInfo?>[] outputs) => command.Validators.Add(result =>
    {
        var written = outputs.SelectMany(output => Paths(result.GetResult(output))).ToList();
        if (written.Count > 0 && Twice([.. written, .. result.Children.Where(child => IsFile(child, outputs)).SelectMany(Paths)], written) is { } path)
        {
            result.AddError(words["cli.over-itself", path]);
        }

        // Told before the work, not after it.
        if (written.Select(Path.GetDirectoryName).FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            result.AddError(words["cli.no-folder", missing]);
        }
    });

    /// <summary>The same of the names a command makes up itself.</summary>
    /// <exception cref="UsageException">Two of them are one file.</exception>
    public static void KeepApart(Words words, params string[] paths)
    {
        if (Twice([.. paths], paths) is { } path)
        {
            throw new UsageException(words["cli.over-itself", path]);
        }
    }

    /// <summary>A workbook of a spreadsheet is a packed archive: nothing in it is a row.</summary>
    private static bool IsPacked(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            return false;
        }

        try
        {
            // The spreadsheet may have it open still.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> first = stackalloc byte[4];
            return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("PK\u0003\u0004"u8);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it says so.
            return false;
        }
    }

    private static string? Twice(List<string> all, IEnumerable<string> written) => written.FirstOrDefault(path => path != NowhereAtAll && all.Count(other => other == path) > 1);

    private static bool IsFile(SymbolResult child, Option<FileInfo?>[] outputs) => child switch
    {
        ArgumentResult { Argument: Argument<FileInfo> } => true,
        OptionResult { Option: Option<FileInfo?> option } => !outputs.Contains(option),
        OptionResult { Option.Name: "--mapping" or "--model" } => true,
        _ => false,
    };

    private static IEnumerable<string> Paths(SymbolResult? said) =>
        said?.Tokens.Select(token => token.Value).Where(value => value.Length > 0 && !value.Contains('\0')).Select(Path.GetFullPath) ?? [];

    public static Option<FileInfo?> SaveMapping(Words words) => new("--save-mapping") { Description = words["cli.save-mapping"], HelpName = "FILE" };
}
