using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>Makes one folder for a golden record, once. The record's id stands at the end of the folder's name: by it the hub finds its own folders, and touches no other.</summary>
/// <remarks>A folder is an act, not a copy of the record: later versions leave it as it is. The interface offers no change of a folder, and deletes none that is on its way.</remarks>
internal sealed class IparapheurSink(IparapheurSettings settings, IIparapheurApi api) : HttpSink
{
    private const int Most = 250;

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        if (record.Deleted)
        {
            return await FindAsync(record.Key, cancellationToken) is { } old ? await DeleteAsync(old, cancellationToken) : new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        var wish = SigningWish.Read(record);
        return await FindAsync(record.Key, cancellationToken) is { } folder
            ? new SinkOutcome.Written(SinkEffect.Unchanged, folder)
            : new SinkOutcome.Written(SinkEffect.Created, await CreateAsync(wish, record.Key, cancellationToken));
    }

    private static string Mark(string key) => $" [{key}]";

    private async Task<string> CreateAsync(SigningWish wish, string key, CancellationToken cancellationToken)
    {
        var made = settings.Folder ?? throw Refusals.Stop("iparapheur.folder", "The connection does not say what folders are made of: write folder, with type, subtype and document.");
        var file = Path.GetFileName(made.Document);
        using var premis = new ByteArrayContent(Premis.Write(wish, wish.Name + Mark(key), made, file));
        using var document = new ByteArrayContent(await SigningDocument.ReadAsync(made.Document, cancellationToken));
        premis.Headers.ContentType = new("application/xml");
        document.Headers.ContentType = new(SigningDocument.MediaType);
        using var form = new MultipartFormDataContent { { premis, "folder", "folder.xml" }, { document, "documents", file } };
        return (await api.CreateAsync(made.Start ? "true" : "false", form, cancellationToken)).Id;
    }

    private async Task<SinkOutcome> DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await api.DeleteAsync(folder, cancellationToken);
        }
        catch (HttpFailureException refused) when (refused.Failure.Code == "http.406")
        {
            throw Refusals.Park("iparapheur.under-way", "The folder is on its way and cannot be deleted: end it in iparapheur, then replay this delivery.");
        }
        catch (HttpFailureException gone) when (gone.Failure.Code == IparapheurConnector.NotThere)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        return new SinkOutcome.Written(SinkEffect.Deleted, null);
    }

    // The interface searches no names: the desk's lists are walked.
    private async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        foreach (var state in settings.States)
        {
            for (var (page, last) = (0, false); !last; page++)
            {
                using var json = await api.FoldersAsync(state, page, Most, cancellationToken);
                foreach (var folder in json.RootElement.GetProperty("content").EnumerateArray())
                {
                    if (folder.GetProperty("name").GetString()?.EndsWith(Mark(key), StringComparison.Ordinal) == true)
                    {
                        return folder.GetProperty("id").GetString();
                    }
                }

                last = json.RootElement.GetProperty("last").GetBoolean();
            }
        }

        return null;
    }
}
