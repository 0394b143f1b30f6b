using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options that several commands on files share.</summary>
public static class FileOptions
{
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
        });
        return file;
    }

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
        var named = result.Children.SelectMany(child => child.Tokens.Select(token => (Child: child, Path: Path.GetFullPath(token.Value)))).ToList();
        foreach (var (output, path) in named.Where(one => one.Child is OptionResult option && outputs.Contains(option.Option)))
        {
            if (named.Exists(other => other.Child != output && other.Path == path))
            {
                result.AddError(words["cli.over-itself", path]);
            }
        }
    });

    public static Option<FileInfo?> SaveMapping(Words words) => new("--save-mapping") { Description = words["cli.save-mapping"], HelpName = "FILE" };
}
