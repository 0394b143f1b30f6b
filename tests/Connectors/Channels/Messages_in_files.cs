using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Channels.Mail;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Channels;

public sealed class Messages_in_files
{
    [Fact]
    public async Task Only_sender_recipients_date_and_id_are_read()
    {
        Assert.Equal(
            """{"id":"a1@example.org","date":"2026-01-05T10:00:00+01:00","from":{"name":"Léa Martin","address":"lea@example.org"},"to":[{"address":"mairie@ville.example"}],"cc":[],"automatic":false}""",
            await Mails.BodyAsync(Mails.Whole));
    }

    [Fact]
    public async Task The_subject_comes_only_where_the_connection_keeps_it()
    {
        Assert.Contains("\"subject\":\"Ma demande\"", await Mails.BodyAsync(Mails.Whole, subject: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_message_is_kept_as_a_reject_until_it_comes_whole()
    {
        using var folder = new TestFolder();
        folder.Write("in/a.eml", Mails.Whole[..60]);
        var (cut, last) = await Csv.RunAsync(Open(folder), null);
        folder.Write("in/a.eml", Mails.Whole);
        var (whole, _) = await Csv.RunAsync(Open(folder), last);

        Assert.Equal("email.cut-short", Assert.Single(cut.Rejected).Code);
        Assert.Empty(cut.Records);
        Assert.Equal("a1@example.org", Assert.Single(whole.Records).Key);
        Assert.Equal(["a.eml", "a.eml.reason.txt"], folder.Names("in/error"));
    }

    [Fact]
    public async Task What_is_no_message_is_a_reject_that_shows_nothing_of_it()
    {
        var read = await Mails.ReadAsync("%PDF-1.7\nMadame Durand, 3 rue Monge\n\n");

        Assert.Equal("email.not-a-message", Assert.Single(read.Rejected).Code);
        Assert.True(read.Rejected[0].Raw.IsEmpty);
    }

    [Fact]
    public async Task A_message_without_a_sender_is_a_contact_of_nobody()
    {
        var body = await Mails.BodyAsync("Date: Mon, 5 Jan 2026 10:00:00 +0100\nMessage-ID: <a2@example.org>\n\nBonjour\n");

        Assert.DoesNotContain("\"from\"", body, StringComparison.Ordinal);
        Assert.Contains("a2@example.org", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_an_id_has_the_same_key_whenever_it_is_read()
    {
        const string Text = "From: Léa <lea@example.org>\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\n";

        var (once, twice) = (await Mails.ReadAsync(Text), await Mails.ReadAsync(Text + "the same headers before another text"));

        Assert.StartsWith("sha256:", once.Records[0].Key, StringComparison.Ordinal);
        Assert.Equal(once.Records[0].Key, twice.Records[0].Key);
    }

    [Fact]
    public async Task An_attachment_of_any_size_costs_no_memory()
    {
        var message = new byte[32 << 20];
        Array.Fill(message, (byte)'A');
        Encoding.UTF8.GetBytes(Mails.Whole).CopyTo(message, 0);
        using var folder = new TestFolder();
        var settings = new MailSettings { Path = folder.Write("big.eml", message) };
        var before = GC.GetAllocatedBytesForCurrentThread(); // files are read on the caller's thread

        var read = await IntegrationHub.Tests.Conformance.Reading.AllAsync(new MailConnector().OpenSource(settings, Csv.Context(folder)));

        Assert.Single(read.Records);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 8 << 20);
    }

    [Fact]
    public async Task A_header_without_end_is_a_reject()
    {
        var read = await Mails.ReadAsync("From: Léa <lea@example.org>\nX: " + new string('x', 3 << 20));

        Assert.Equal("row.too-long", Assert.Single(read.Rejected).Code);
    }

    [Fact]
    public async Task A_folder_of_the_towns_mail_becomes_contacts_and_candidates()
    {
        using var folder = new TestFolder();
        var town = Town.Generate(new TownSettings { People = 250, Seed = 5 });
        var path = TownExport.Find("courriels").WriteInto(folder.Root, town);
        var mapping = MappingCompiler.Compile(File.ReadAllText(Checkout.File("mappings/catalog/courriels.yaml")), "courriels.yaml").Mapping!;

        var (read, _) = await Csv.RunAsync(new MailConnector().OpenSource(Shipped() with { Path = path, SettleSeconds = 0 }, Csv.Context(folder)), null);

        Assert.Null(read.Failure);
        Assert.Empty(read.Rejected);
        Assert.Equal(folder.Names("courriels/done").Length, read.Records.Count);
        Assert.True(read.Records.Count > 60, $"{read.Records.Count} messages");
        var mapped = read.Records.Select(record => mapping.Map("courriels", record, new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero))).ToList();
        var names = town.Records(TownSystem.Portail).Select(record => record.People[0].LastName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = mapped.SelectMany(record => record.Citizens).ToList();
        Assert.All(mapped, record => Assert.Single(record.LinkedItems));
        Assert.InRange(found.Count, read.Records.Count * 8 / 10, read.Records.Count);
        Assert.InRange(found.Count(part => names.Contains(part.Citizen.UsageName ?? "")), found.Count * 9 / 10, found.Count);
    }

    private static ISource Open(TestFolder folder) => new MailConnector().OpenSource(new MailSettings { Path = folder.At("in"), SettleSeconds = 0 }, Csv.Context(folder));

    private static MailSettings Shipped()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Systems", "courriels.yaml");
        return (MailSettings)ConnectionDocument.Read(YamlDocument.Parse(File.ReadAllText(path), path)).BindSettings(new MailConnector().Manifest);
    }
}
