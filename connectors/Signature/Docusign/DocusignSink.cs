using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>Makes one envelope for a golden record, once: the record's id stands in its custom field <c>gru_goldenid</c>, by which the hub finds its own and touches no other.</summary>
internal sealed class DocusignSink(DocusignSettings settings, IDocusignApi api) : HttpSink
{
    private const string Mark = "gru_goldenid";
    private const int Most = 100;

    private static readonly string[] Needed = ["first_name", "last_name", "email"];

    /// <summary>Makes a draft and deletes it: what a delivery would do, without writing to anybody.</summary>
    public async Task TryAsync(EnvelopeSettings made, CancellationToken cancellationToken) => await RecycleAsync(
        await CreateAsync(new JsonObject { ["emailSubject"] = "IntegrationHub", ["status"] = "created", ["documents"] = new JsonArray(await DocumentAsync(made, cancellationToken)) }, cancellationToken), cancellationToken);

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var wish = record.Deleted ? null : SigningWish.Read(record);
        var held = await FindAsync(record.Key, cancellationToken);
        if (wish is null)
        {
            return held is not { } old ? new SinkOutcome.Written(SinkEffect.Unchanged, null) : await WithdrawAsync(old.Id, old.Status, cancellationToken);
        }

        if (held is { } there)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, there.Id);
        }

        var made = settings.Envelope ?? throw Refusals.Stop("docusign.envelope", "The connection does not say what envelopes are made of: write envelope, with its document.");
        if (Needed.FirstOrDefault(field => !wish.Fields.ContainsKey(field)) is { } missing)
        {
            throw Refusals.Park("docusign.signer", $"A signer needs {missing}: it is empty in the golden record, or the outgoing mapping does not fill it.");
        }

        return new SinkOutcome.Written(SinkEffect.Created, await CreateAsync(await BodyAsync(wish, made, record.Key, cancellationToken), cancellationToken));
    }

    private static async Task<JsonObject> BodyAsync(SigningWish wish, EnvelopeSettings made, string key, CancellationToken cancellationToken) => new()
    {
        ["emailSubject"] = wish.Name,
        ["status"] = made.Send ? "sent" : "created",
        ["documents"] = new JsonArray(await DocumentAsync(made, cancellationToken)),
        ["recipients"] = new JsonObject
        {
            ["signers"] = new JsonArray(new JsonObject
            {
                ["recipientId"] = "1",
                ["routingOrder"] = "1",
                ["name"] = $"{wish.Fields["first_name"]} {wish.Fields["last_name"]}",
                ["email"] = wish.Fields["email"],
                ["tabs"] = new JsonObject
                {
                    ["signHereTabs"] = new JsonArray(new JsonObject { ["documentId"] = "1", ["pageNumber"] = $"{made.Page}", ["xPosition"] = $"{made.X}", ["yPosition"] = $"{made.Y}" }),
                },
            }),
        },
        ["customFields"] = new JsonObject { ["textCustomFields"] = new JsonArray(new JsonObject { ["name"] = Mark, ["value"] = key, ["show"] = "false", ["required"] = "false" }) },
    };

    private static async Task<JsonObject> DocumentAsync(EnvelopeSettings made, CancellationToken cancellationToken) => new()
    {
        ["documentId"] = "1",
        ["name"] = Path.GetFileName(made.Document),
        ["fileExtension"] = "pdf",
        ["documentBase64"] = Convert.ToBase64String(await SigningDocument.ReadAsync(made.Document, cancellationToken)),
    };

    private async Task<string> CreateAsync(JsonObject body, CancellationToken cancellationToken) => (await api.CreateAsync(body, cancellationToken)).EnvelopeId;

    private async Task<SinkOutcome> WithdrawAsync(string id, string status, CancellationToken cancellationToken)
    {
        switch (status)
        {
            case "created":
                await RecycleAsync(id, cancellationToken);
                return new SinkOutcome.Written(SinkEffect.Deleted, null);
            case "sent" or "delivered":
                var reason = (settings.Envelope ?? new EnvelopeSettings { Document = "" }).VoidReason;
                await api.ChangeAsync(id, new JsonObject { ["status"] = "voided", ["voidedReason"] = reason }, cancellationToken);
                return new SinkOutcome.Written(SinkEffect.Deleted, null);
            default:
                return new SinkOutcome.Written(SinkEffect.Unchanged, null); // it ended: it is somebody's evidence
        }
    }

    private Task<JsonElement> RecycleAsync(string id, CancellationToken cancellationToken) => api.RecycleAsync(new JsonObject { ["envelopeIds"] = new JsonArray(id) }, cancellationToken);

    private async Task<(string Id, string Status)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        for (EnvelopePage? page = null; page is null || page.End < page.Total;)
        {
            var start = page?.End ?? 0;
            page = EnvelopePage.Read(await api.BearingAsync($"{Mark}={key}", settings.From.ToDateTime(TimeOnly.MinValue), start, Most, cancellationToken), start);
            if (page.Envelopes.FirstOrDefault(envelope => Bears(envelope, key)) is { ValueKind: JsonValueKind.Object } found)
            {
                return (Envelope.Id(found)!, Envelope.Status(found)!);
            }

            if (page.Envelopes.Count == 0)
            {
                break;
            }
        }

        return null;
    }

    // Looked at all the same: another server's reading of the filter must not make the hub touch a stranger's envelope.
    private static bool Bears(JsonElement envelope, string key) =>
        envelope.TryGetProperty("customFields", out var fields) && fields.TryGetProperty("textCustomFields", out var texts)
        && texts.EnumerateArray().Any(field => field.GetProperty("name").GetString() == Mark && field.GetProperty("value").GetString() == key);
}
