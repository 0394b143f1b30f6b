using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Inbox;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files;

/// <summary>What the file connectors share: the source over a format, and its checks.</summary>
public abstract class FilesConnector : Connector
{
    private protected FilesConnector() { }

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var files = (FileSettings)settings;
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            var result = new CheckResult(depth, Check(depth, files, context, cancellationToken));
            yield return result;
            if (!result.Passed)
            {
                yield break;
            }
        }
    }

    /// <summary>Column names of the first file waiting, for the settings that name columns.</summary>
    public override ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        var files = (FileSettings)settings;
        if (setting is not ("key" or "hashOmits") || new FileInbox(files, context.Time).Waiting(begun: null) is not [var first, ..])
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([]);
        }

        var format = Format(files, context);
        return ValueTask.FromResult(format.Columns(first, FileScan.Of(first, format.Encoding, cancellationToken)));
    }

    protected override ISource CreateSource(object settings, ConnectionContext context)
    {
        var files = (FileSettings)settings;
        if (files.PageSize < 1 || files.MaxRecordBytes < 1)
        {
            throw new ArgumentException("a page holds at least one record, and a record at least one byte", nameof(settings));
        }

        return new FileSource(files, Format(files, context), context);
    }

    private protected abstract FileFormat Format(FileSettings settings, ConnectionContext context);

    private protected static ConnectorManifest Describe(string name, LocalText title, Type settings, string family = "files") => new()
    {
        Name = name,
        Title = title,
        Version = "1.0",
        Families = [family],
        Contracts = Contract.Source,
        Settings = settings,
        Checks = [CheckDepth.Reach, CheckDepth.ReadOne, CheckDepth.Permissions],
    };

    private Failure? Check(CheckDepth depth, FileSettings settings, ConnectionContext context, CancellationToken cancellationToken)
    {
        var inbox = new FileInbox(settings, context.Time);
        try
        {
            switch (depth)
            {
                case CheckDepth.Reach when !inbox.IsFolder && !File.Exists(settings.Path):
                    return new Failure(FailureKind.Passing, "file.missing", $"There is no file or folder {settings.Path}: check the path and that the share is mounted.");
                case CheckDepth.ReadOne when inbox.Waiting(begun: null) is [var first, ..]:
                    var format = Format(settings, context);
                    using (var reader = format.Open(first, FileScan.Of(first, format.Encoding, cancellationToken), 0, 0))
                    {
                        return reader.Read() && reader.Row.Code is { } code
                            ? new Failure(FailureKind.Refused, code, $"The first row of {Path.GetFileName(first)} cannot be read.")
                            : null;
                    }

                case CheckDepth.Permissions when inbox.IsFolder:
                    inbox.Prepare();
                    return null;
                default:
                    return null;
            }
        }
        catch (FileRefusedException refused)
        {
            return refused.Failure;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Failure(FailureKind.Denied, "file.denied", $"The hub may not read or write at {settings.Path} ({error.GetType().Name}): give its account the right.");
        }
    }
}
