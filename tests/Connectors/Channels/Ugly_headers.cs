using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Channels.Mail;

namespace IntegrationHub.Tests.Connectors.Channels;

public sealed class Ugly_headers
{
    [Theory]
    [InlineData("=?UTF-8?B?TMOpYQ==?=", "Léa")]
    [InlineData("=?utf-8?q?L=C3=A9a_Martin?=", "Léa Martin")]
    [InlineData("=?iso-8859-1?Q?L=E9a?= Martin", "Léa Martin")]
    [InlineData("=?utf-8?Q?L=C3?= =?utf-8?Q?=A9a?=", "Léa")]
    [InlineData("=?utf-8?Q?L=E9a?=", "Léa")]
    [InlineData("=?x-klingon?Q?Lea?=", "Lea")]
    [InlineData("=?utf-8*fr?Q?Lea?=", "Lea")]
    [InlineData("=?utf-8?B?TMOpYQ?=", "Léa")]
    [InlineData("=?utf-8?B?***?=", "=?utf-8?B?***?=")]
    [InlineData("=?utf-8?Q?not closed", "=?utf-8?Q?not closed")]
    [InlineData("=?utf-8?Q?=C3=A9t=C3=A9?= et =?utf-8?Q?hiver?=", "été et hiver")]
    public void Encoded_words_are_read_as_they_come(string text, string expected) => Assert.Equal(expected, EncodedWords.Decode(text));

    [Theory]
    [InlineData("Léa Martin <lea@example.org>", "Léa Martin|lea@example.org")]
    [InlineData("\"Martin, Léa\" <lea@example.org>", "Martin, Léa|lea@example.org")]
    [InlineData("Martin, Léa <lea@example.org>", "Martin, Léa|lea@example.org")]
    [InlineData("=?utf-8?Q?Martin,_L=C3=A9a?= <lea@example.org>", "Martin, Léa|lea@example.org")]
    [InlineData("lea@example.org (Léa Martin)", "Léa Martin|lea@example.org")]
    [InlineData("lea@example.org", "|lea@example.org")]
    [InlineData("'lea@example.org' <lea@example.org>", "|lea@example.org")]
    [InlineData("\"Léa \\\"Lili\\\" Martin\" <lea@example.org>", "Léa \"Lili\" Martin|lea@example.org")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("Voisins: a@example.org, b@example.org;", "|a@example.org |b@example.org")]
    [InlineData("a@example.org; B <b@example.org>", "|a@example.org B|b@example.org")]
    [InlineData("Léa Martin", "Léa Martin|")]
    [InlineData("<>", "")]
    [InlineData("Léa <lea at example.org>", "Léa|")]
    [InlineData("\"never closed <lea@example.org>", "")]
    public void Addresses_are_found_in_lists_of_any_style(string header, string expected) => Assert.Equal(expected, Mails.SenderOf(header));

    [Theory]
    [InlineData("Mon, 5 Jan 2026 10:00:00 +0100 (CET)", "2026-01-05T09:00:00")]
    [InlineData("5 Jan 26 10:00 GMT", "2026-01-05T10:00:00")]
    [InlineData("Mon, 05 Jan 2026 10:00:00 -0500", "2026-01-05T15:00:00")]
    [InlineData("Mon, 5 Jan 2026 10:00:00 EST", "2026-01-05T15:00:00")]
    [InlineData("Mon, 5 Jan 2026 10:00:00", "2026-01-05T10:00:00")]
    [InlineData("32 Jan 2026 10:00:00 +0100", null)]
    [InlineData("5 Jan 0026 10:00:00 +0100", null)]
    [InlineData("5 Jan 2026 10:00:00 +9900", null)]
    [InlineData("hier", null)]
    public void Dates_are_read_in_every_form_mail_has_them(string text, string? utc) =>
        Assert.Equal(utc, MailDate.Read(text)?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("List-Id: <lettre.example.org>", true)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("Auto-Submitted: no", false)]
    public async Task Mail_of_machines_and_lists_says_so(string header, bool automatic) =>
        Assert.Contains($"\"automatic\":{(automatic ? "true" : "false")}", await Mails.BodyAsync(header + "\n" + Mails.Whole), StringComparison.Ordinal);

    [Fact]
    public async Task Headers_that_are_folded_repeated_or_broken_are_still_read()
    {
        var body = await Mails.BodyAsync("no header at all\nFROM : Léa\n  Martin\n\t<lea@example.org>\nTo: a@example.org\nTo: b@example.org\nDate: Mon, 5 Jan 2026\n 10:00:00 +0100\n\n");

        Assert.Contains("""{"name":"Léa Martin","address":"lea@example.org"},"to":[{"address":"a@example.org"},{"address":"b@example.org"}]""", body, StringComparison.Ordinal);
        Assert.Contains("2026-01-05T10:00:00+01:00", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_end_in_a_record_or_a_reject() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf()),
        bytes =>
        {
            var read = Mails.ReadAsync([.. Encoding.ASCII.GetBytes("From: "), .. bytes]).GetAwaiter().GetResult();
            return read.Failure is null && read.Records.Count + read.Rejected.Count == 1;
        }).Check(Config.QuickThrowOnFailure);
}
