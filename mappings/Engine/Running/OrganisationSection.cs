using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Targets;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Gives the organisations of one section of a document.</summary>
internal sealed class OrganisationSection(SectionHeader header, IReadOnlyList<AttributeRule<OrganisationDraft>> rules)
{
    public SectionHeader Header => header;

    public void Map(Row record, Attempt attempt, List<OrganisationPart> organisations)
    {
        foreach (var (part, scope) in header.Rows(record, attempt))
        {
            var draft = new OrganisationDraft();
            foreach (var rule in rules)
            {
                rule.Run(draft, scope, attempt);
            }

            attempt.Attribute = header.Name;
            attempt.Column = null;
            if (draft.IsEmpty)
            {
                if (draft.Address is not null)
                {
                    attempt.Note("organisation.anonymous");
                }
            }
            else if (organisations.Exists(o => o.Part == part))
            {
                attempt.Note("part.twice");
            }
            else
            {
                organisations.Add(new OrganisationPart(part, draft.Build()));
            }
        }
    }
}
