using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Drop;

/// <summary><c>file-drop</c>: golden records as CSV or JSON files in a folder another system empties; each file whole, each record's newest state.</summary>
public sealed class FileDropConnector : Connector
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "file-drop",
        Title = new("Dépôt de fichiers CSV ou JSON", "CSV or JSON file drop"),
        Version = "1.0",
        Families = ["files"],
        Contracts = Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("CSV, JSON", "CSV, JSON"),
            Writes = new LocalText("L’état le plus récent de chaque fiche, dans des fichiers déposés entiers", "Each record’s newest state, in files dropped whole"),
            Tested = new LocalText("Kit de conformité en écriture, sur de vrais dossiers", "Conformance kit for writing, on real folders"),
            NotTested = new LocalText("Partages réseau (SMB, NFS)", "Network shares (SMB, NFS)"),
        },
        Settings = typeof(DropSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Permissions],
    };

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var drop = (DropSettings)settings;
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            var result = new CheckResult(depth, Check(depth, drop));
            yield return result;
            if (!result.Passed)
            {
                yield break;
            }
        }
    }

    protected override ISink CreateSink(object settings, ConnectionContext context) => new FileDropSink((DropSettings)settings, context);

    private static Failure? Check(CheckDepth depth, DropSettings settings)
    {
        try
        {
            if (!Directory.Exists(settings.Folder))
            {
                return new Failure(FailureKind.Passing, "drop.folder", $"There is no folder {settings.Folder}: create it, or mount the share.");
            }

            if (depth == CheckDepth.Permissions)
            {
                var probe = Path.Combine(settings.Folder, $".{settings.Name}-check-{Guid.NewGuid():N}.part");
                File.WriteAllBytes(probe, []);
                File.Delete(probe);
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Failure(FailureKind.Denied, "drop.denied", $"The hub may not write to {settings.Folder} ({error.GetType().Name}): give its account the right.");
        }
    }
}
