using System.CommandLine;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options that several commands on files share.</summary>
public static class FileOptions
{
    public static Argument<FileInfo> File(Words words)
    {
        var file = new Argument<FileInfo>("FILE") { Description = words["cli.file"] };
        return file.AcceptExistingOnly();
    }

    public static Option<string?> Mapping(Words words) => new("--mapping") { Description = words["cli.mapping"], HelpName = "M" };

    public static Option<FileInfo?> SaveMapping(Words words) => new("--save-mapping") { Description = words["cli.save-mapping"], HelpName = "FILE" };
}
