// The whole language. Every decision looks one token ahead, so that no prediction machinery runs
// (a test holds this); what would need more is read loosely here and looked at again by the builders.
parser grammar EimodelParser;

options { tokenVocab = EimodelLexer; }

// Layout puts an END behind every statement. A line that is empty takes the END that error recovery stops at.
model: declarationLine* EOF;

declarationLine: declaration? END;

declaration
  : template
  | importFile
  | indexSet
  | dataTables
  | globals
  | population
  | projection
  | drive
  | recording
  | run
  | set
  | repeat
  | sweep
  ;

// ---- templates

template
  : kind = (NEURON | SYNAPSE | PLASTICITY) name (EXTENDS name)? LBRACE memberLine* RBRACE
  ;

memberLine: member? END;

member
  : PARAM paramItem (COMMA paramItem)*                              # ParamMember
  | INPUT portItem (COMMA portItem)*                                # InputMember
  | STATE stateItem (COMMA stateItem)*                              # StateMember
  | LET letItem (COMMA letItem)*                                    # LetMember
  | NOISE noiseItem (COMMA noiseItem)*                              # NoiseMember
  | ID PRIME ASSIGN expr (UNLESS REFRACTORY)?                       # EquationMember
  | SPIKE WHEN expr block?                                          # SpikeMember
  | INTEGRATE (name (COMMA name)*)? WITH name                       # IntegrateMember
  | end = (SOURCE | TARGET) LBRACE portLine* RBRACE                # RequiresMember
  | WEIGHT portItem                                                 # WeightMember
  | OUTPUT expr ARROW name                                          # OutputMember
  | ON (ARRIVAL | TARGET SPIKE | ID) block                          # OnMember
  | AT SOURCE SPIKE block                                           # AtMember
  | EVENT name (COMMA name)*                                        # EventMember
  | KEEP name IN expr DOTDOT expr                                   # KeepMember
  ;

paramItem: name (COLON unitOf)? (ASSIGN expr)?;
portItem: name COLON unitOf;
portLine: (portItem (COMMA portItem)*)? END;
stateItem: name (COLON unitOf)? (ASSIGN expr)? (PER extent = (SOURCE | TARGET | SYNAPSE | PROJECTION))?;
letItem: name ASSIGN expr;
noiseItem: name SHARED?;

// ---- statements

block: LBRACE statementLine* RBRACE;

statementLine: statement? END;

statement
  : REFRACTORY FOR expr                                             # RefractoryStatement
  | SEND name ASSIGN expr                                           # SendStatement
  | LET name ASSIGN expr                                            # LocalStatement
  | conditional                                                     # IfStatement
  | reference operator = (ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN) expr  # AssignStatement
  ;

conditional: IF expr block (ELSE (block | conditional))?;

// ---- declarations

importFile: IMPORT STRING;
indexSet: INDEX name ASSIGN expr;
dataTables: DATA dataTable (COMMA dataTable)*;
dataTable: name (LBRACK axis (COMMA axis)* RBRACK)? (COLON unitOf)? ASSIGN expr;
axis: name name?;
globals: keyword = (PARAM | LET) globalItem (COMMA globalItem)*;
globalItem: name (COLON unitOf)? ASSIGN expr;

population: POPULATION name family? ASSIGN expr OF use body?;
projection: PROJECTION name family? COLON reference ARROW reference USING use (WITH use (COMMA use)*)? body?;
family: LBRACK binder (COMMA binder)* (WHERE expr)? RBRACK;
binder: name IN name;
use: name arguments?;

// drive NAME[...]: TARGETS ... and drive TARGETS ... begin alike
drive: DRIVE reference (COLON reference)? (COMMA reference)* (WITH expr | USING use body);

body: LBRACE bodyLine* RBRACE;
bodyLine: bodyItem? END;
bodyItem
  : CONNECT (WHERE expr | name arguments?) (COMMA option)*          # BodyConnect
  | LET name ASSIGN expr                                            # BodyLocal
  | name (ASSIGN expr | TILDE expr bound? | FROM SPIKES OF reference | arguments)   # BodyNamed
  ;
option: name name?;
bound: REDRAW name expr (DOTDOT expr)? | CLIP expr DOTDOT expr;

recording: RECORD expr (COMMA expr)* OF reference (COMMA reference)* (EVERY expr | AT FINISH)?;
run: RUN expr (WITH argument (COMMA argument)*)?;
set: SET reference ASSIGN expr;
repeat: REPEAT expr LBRACE declarationLine* RBRACE;
sweep: SWEEP reference OVER range;

// ---- expressions, loosest first

expr: IF expr THEN expr ELSE expr | disjunction;
disjunction: conjunction (OR conjunction)*;
conjunction: negation (AND negation)*;
negation: NOT negation | comparison;
comparison
  : sum (operator = (LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | EQUAL | NOT_EQUAL | CROSSES) sum)?
  ;
sum: product ((PLUS | MINUS) product)*;
product: sign ((STAR | SLASH) sign)*;
sign: MINUS sign | power;
power: primary (CARET sign)?;
primary
  : NUMBER unit?
  | STRING
  | TRUE
  | FALSE
  | LPAREN expr RPAREN
  | LBRACK (expr (COMMA expr)*)? RBRACK
  | reference
  ;

reference: name arguments? suffix*;
suffix: DOT name | LBRACK indexItem (COMMA indexItem)* (WHERE expr)? RBRACK;
indexItem: expr (UNTIL expr | IN name)?;
range: expr (UNTIL expr)?;
arguments: LPAREN (argument (COMMA argument)*)? RPAREN;
argument: expr (ASSIGN expr)?;

unit: UNIT | UNIT_OPEN unitPart* RBRACK;
unitOf: ID | NUMBER | UNIT_OPEN unitPart* RBRACK;
unitPart: UNIT | NUMBER | STAR | SLASH | CARET | MINUS | LPAREN | RPAREN;

name
  : ID
  | IMPORT | INDEX | DATA | DRIVE | RECORD | RUN | SET | REPEAT | SWEEP | OVER | EXTENDS
  | INPUT | OUTPUT | WEIGHT | EVENT | NOISE | SHARED | SPIKE | SPIKES | FOR | INTEGRATE | KEEP
  | ON | AT | ARRIVAL | SOURCE | TARGET | FROM | UNTIL | EVERY | FINISH | REDRAW | CLIP
  ;
