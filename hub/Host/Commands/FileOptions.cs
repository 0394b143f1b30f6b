using System.CommandLine;
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

    public static Option<FileInfo?> SaveMapping(Words words) => new("--save-mapping") { Description = words["cli.save-mapping"], HelpName = "FILE" };
}
