using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>Makes one signature request for a golden record, once: its <c>external_id</c> is the record's id. One that was begun and cut is gone on with where it stands.</summary>
/// <remarks>Not verified: the operator of the list's filter (the answer is looked through all the same), and that a request lists its documents.</remarks>
internal sealed class YousignSink(YousignSettings settings, IYousignApi api) : HttpSink
{
    private static readonly string[] Needed = ["first_name", "last_name", "email"];

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var wish = record.Deleted ? null : SigningWish.Read(record);
        var held = await FindAsync(record.Key, cancellationToken);
        if (wish is null)
        {
            return held is null ? new SinkOutcome.Written(SinkEffect.Unchanged, null) : await CancelAsync(held, cancellationToken);
        }

        var made = settings.Request ?? throw Refusals.Stop("yousign.request", "The connection does not say what requests are made of: write request, with its document.");
        if (held is not null && (held["status"]!.ToString() != "draft" || (Count(held, "signers") > 0 && !made.Activate)))
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, held["id"]!.ToString());
        }

        if (Needed.FirstOrDefault(field => !wish.Fields.ContainsKey(field)) is { } missing)
        {
            throw Refusals.Park("yousign.signer", $"A signer needs {missing}: it is empty in the golden record, or the outgoing mapping does not fill it.");
        }

        var request = held ?? await api.CreateAsync(new JsonObject { ["name"] = wish.Name, ["delivery_mode"] = "email", ["ordered_signers"] = false, ["timezone"] = "Europe/Paris", ["external_id"] = record.Key }, cancellationToken);
        var id = request["id"]!.ToString();
        if (Count(request, "signers") == 0)
        {
            var document = Count(request, "documents") > 0 ? request["documents"]![0]!["id"]!.ToString() : await UploadAsync(id, made, cancellationToken);
            await api.AddSignerAsync(id, Signer(wish, made, document), cancellationToken);
        }

        if (made.Activate)
        {
            await api.ActivateAsync(id, [], cancellationToken);
        }

        return new SinkOutcome.Written(SinkEffect.Created, id);
    }

    private static int Count(JsonObject request, string list) => (request[list] as JsonArray)?.Count ?? 0;

    private static JsonObject Signer(SigningWish wish, RequestSettings made, string document)
    {
        var info = new JsonObject(wish.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        info.TryAdd("locale", "fr");
        return new JsonObject
        {
            ["info"] = info,
            ["signature_level"] = made.Level,
            ["signature_authentication_mode"] = made.Authentication,
            ["fields"] = new JsonArray(new JsonObject { ["type"] = "signature", ["document_id"] = document, ["page"] = made.Page, ["x"] = made.X, ["y"] = made.Y }),
        };
    }

    private async Task<string> UploadAsync(string request, RequestSettings made, CancellationToken cancellationToken)
    {
        using var pdf = new ByteArrayContent(await SigningDocument.ReadAsync(made.Document, cancellationToken));
        using var nature = new StringContent("signable_document");
        pdf.Headers.ContentType = new(SigningDocument.MediaType);
        using var form = new MultipartFormDataContent { { pdf, "file", Path.GetFileName(made.Document) }, { nature, "nature" } };
        return (await api.UploadAsync(request, form, cancellationToken)).Id;
    }

    private async Task<SinkOutcome> CancelAsync(JsonObject held, CancellationToken cancellationToken)
    {
        switch (held["status"]!.ToString())
        {
            case "ongoing" or "approval":
                await api.CancelAsync(held["id"]!.ToString(), new JsonObject { ["reason"] = "other" }, cancellationToken);
                return new SinkOutcome.Written(SinkEffect.Deleted, null);
            case "draft":
                throw Refusals.Park("yousign.draft", "The draft cannot be taken back from here: delete it in Yousign, then replay this delivery.");
            default:
                return new SinkOutcome.Written(SinkEffect.Unchanged, null); // it ended: it is somebody's evidence
        }
    }

    private async Task<JsonObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            using var json = await api.ListAsync(key, limit: 100, cursor, cancellationToken);
            foreach (var request in json.RootElement.GetProperty("data").EnumerateArray())
            {
                if (request.TryGetProperty("external_id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == key)
                {
                    return JsonObject.Create(request.Clone());
                }
            }

            cursor = json.RootElement.GetProperty("meta").TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return null;
    }
}
