using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>Makes one workflow for a golden record, once: the record's id is its <c>data1</c> and stands at the end of its name, which the list searches. One that was begun and cut is gone on with where it stands.</summary>
internal sealed class GoodflagSink(GoodflagSettings settings, IGoodflagApi api) : HttpSink
{
    private const int Most = 100;

    private static readonly (string Ours, string Theirs)[] Fields = [("first_name", "firstName"), ("last_name", "lastName"), ("email", "email"), ("phone_number", "phoneNumber")];

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var wish = record.Deleted ? null : SigningWish.Read(record);
        var held = await FindAsync(record.Key, cancellationToken);
        if (wish is null)
        {
            return held is null ? new SinkOutcome.Written(SinkEffect.Unchanged, null) : await StopAsync(held, cancellationToken);
        }

        var made = settings.Workflow ?? throw Refusals.Stop("goodflag.workflow", "The connection does not say what workflows are made of: write workflow, with its user, consentPage, signatureProfile and document.");
        if (held is not null && (Status(held) != "draft" || (HasDocument(held) && !made.Start)))
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, Id(held));
        }

        if (Fields.Take(3).FirstOrDefault(field => !wish.Fields.ContainsKey(field.Ours)) is { Ours: { } missing })
        {
            throw Refusals.Park("goodflag.signer", $"A signer needs {missing}: it is empty in the golden record, or the outgoing mapping does not fill it.");
        }

        var workflow = held ?? await api.CreateAsync(made.User, Body(wish, made, record.Key), cancellationToken);
        if (!HasDocument(workflow))
        {
            await UploadAsync(Id(workflow), made, cancellationToken);
        }

        if (made.Start)
        {
            await SetAsync(Id(workflow), "started", cancellationToken);
        }

        return new SinkOutcome.Written(SinkEffect.Created, Id(workflow));
    }

    private static string Id(JsonObject workflow) => workflow["id"]!.ToString();

    private static string Status(JsonObject workflow) => workflow["workflowStatus"]!.ToString();

    private static bool HasDocument(JsonObject workflow) => workflow["documents"] is JsonArray { Count: > 0 };

    private static string Mark(string key) => $" [{key}]";

    private static JsonObject Body(SigningWish wish, WorkflowSettings made, string key)
    {
        var signer = new JsonObject { ["consentPageId"] = made.ConsentPage };
        foreach (var (ours, theirs) in Fields.Where(field => wish.Fields.ContainsKey(field.Ours)))
        {
            signer[theirs] = wish.Fields[ours];
        }

        return new JsonObject
        {
            ["name"] = wish.Name + Mark(key),
            ["workflowMode"] = "FULL",
            ["steps"] = new JsonArray(new JsonObject { ["stepType"] = "signature", ["recipients"] = new JsonArray(signer), ["maxInvites"] = made.MaxInvites }),
            ["data1"] = key,
        };
    }

    private async Task UploadAsync(string id, WorkflowSettings made, CancellationToken cancellationToken)
    {
        using var pdf = new ByteArrayContent(await SigningDocument.ReadAsync(made.Document, cancellationToken));
        pdf.Headers.ContentType = new(SigningDocument.MediaType);
        pdf.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{Path.GetFileName(made.Document)}\"" };
        await api.UploadAsync(id, made.SignatureProfile, pdf, cancellationToken);
    }

    private async Task<SinkOutcome> StopAsync(JsonObject held, CancellationToken cancellationToken)
    {
        switch (Status(held))
        {
            case "started":
                await SetAsync(Id(held), "stopped", cancellationToken);
                return new SinkOutcome.Written(SinkEffect.Deleted, null);
            case "draft":
                throw Refusals.Park("goodflag.draft", "The draft cannot be taken back from here: delete it in Goodflag, then replay this delivery.");
            default:
                return new SinkOutcome.Written(SinkEffect.Unchanged, null); // it ended: it is somebody's evidence
        }
    }

    private Task<JsonObject> SetAsync(string id, string status, CancellationToken cancellationToken) =>
        api.ChangeAsync(id, new JsonObject { ["workflowStatus"] = status }, cancellationToken);

    private async Task<JsonObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        for (var (page, full) = (0, true); full; page++)
        {
            using var json = await api.ListAsync(page, Most, key, cancellationToken);
            var found = json.RootElement.GetProperty("items").EnumerateArray().ToList();
            var own = found.Find(workflow => Workflow.Text(workflow, "data1") == key || Workflow.Text(workflow, "name")?.EndsWith(Mark(key), StringComparison.Ordinal) == true);
            if (own.ValueKind == JsonValueKind.Object)
            {
                // Whether its document is there the list does not say.
                using var whole = await api.WorkflowAsync(Workflow.Id(own)!, cancellationToken);
                return JsonObject.Create(whole.RootElement.Clone());
            }

            full = found.Count == Most;
        }

        return null;
    }
}
