using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

public sealed class Quality_under_the_model_in_force
{
    /// <summary>The same answers, weighed by the model whose quality is told; and its links were never audited.</summary>
    [Fact]
    public async Task Answers_given_under_another_model_are_weighed_anew()
    {
        var data = Shell.Folder();
        int weight;
        await using (var node = await HubNode.OpenAsync(
            new HostSettings { Data = data, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") }, TimeProvider.System, NullLoggerFactory.Instance, default))
        {
            await AbsorbAsync(node, new PartKey("crm", "1"));
            await AbsorbAsync(node, new PartKey("portal", "1"));
            var (a, b, found) = Assert.Single(await new AuditDraw(node.Stores.Reader, node.Model, node.Projection, new Random(7)).DrawAsync(5, new HashSet<(int, int)>(), default));
            var book = new AuditBook(node.Stores.Operations);
            var audit = new LinkAudit("1", a.PartId, b.PartId, "crm", "portal", weight = found, node.Clock.GetUtcNow(), "test");
            await book.AddAsync(audit, default);
            await book.AnswerAsync(audit, same: true, "test", node.Clock.GetUtcNow(), default);
        }

        var before = (await Shell.RunAsync("quality", "--data", data)).Output;
        Assert.Contains("links by random audit: same 1.000 [0.207, 1.000] of 1", before, StringComparison.Ordinal);
        Assert.Contains($"weight {weight / 1000}: ", before, StringComparison.Ordinal);

        var model = Shell.Write(data, "stern.yaml", MatchModel.French.Document.Replace("prior: -20.0", "prior: -30.0", StringComparison.Ordinal));
        Assert.Equal(0, (await Shell.RunAsync("models", "activate", model, "--data", data)).Code);
        var after = (await Shell.RunAsync("quality", "--data", data)).Output;
        Assert.Contains("labels 1", after, StringComparison.Ordinal);
        Assert.Contains($"weight {(weight / 1000) - 10}: ", after, StringComparison.Ordinal);
        Assert.Contains("of 0", after.Split('\n').First(line => line.StartsWith("links by random audit", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static Task<AbsorbedPage> AbsorbAsync(HubNode node, PartKey key) => node.Writer.DoAsync(
        (registry, token) => registry.AbsorbAsync(
            new RegistryPage
            {
                Connection = key.Record.Connection,
                Records =
                [
                    new Arrival(
                        new MappedRecord
                        {
                            Key = key.Record,
                            Version = new SourceVersion(1, ""),
                            Citizens = [new CitizenPart(key.Part, new Citizen { BirthName = "Martin", GivenNames = ["Anne"], BirthDate = new PartialDate(1980, 5, 6), Emails = [new("anne.martin@example.org")], Phones = [new("+33450112233")] })],
                        },
                        "{}"u8.ToArray()),
                ],
            },
            token),
        default);
}
